#include "platform/paygate/unionpay_reading.h"

#include "base/text.h"
#include "platform/paygate/amount.h"
#include "platform/paygate/shanghai_time.h"

namespace expogate::paygate {
namespace {

/// To the next `&` that stands in no bracket.
std::string_view take_pair(std::string_view& rest) {
  std::size_t end = 0;
  for (int depth = 0; end < rest.size() && (depth > 0 || rest[end] != '&'); ++end) {
    if (rest[end] == '{' || rest[end] == '[') ++depth;
    if (rest[end] == '}' || rest[end] == ']') --depth;
  }
  auto pair = rest.substr(0, end);
  rest.remove_prefix(end == rest.size() ? end : end + 1);
  return pair;
}

/// `traceTime` is MMDDhhmmss; its year is that of `txnTime` or the next.
std::optional<Instant> time_of(const Fields& fields) {
  auto sent = field(fields, "txnTime"), traced = field(fields, "traceTime");
  auto sent_at = parse_compact_time(sent);
  if (!sent_at || traced.size() != 10) return sent_at;
  auto year = sent.substr(0, 4);
  auto at = parse_compact_time(year + traced);
  bool is_new_year = at && *at + days(180) < *sent_at;
  return is_new_year ? parse_compact_time(std::to_string(std::stoi(year) + 1) + traced) : at;
}

}  // namespace

std::optional<Fields> parse_unionpay_answer(std::string_view body) {
  body = trimmed(body);
  if (!is_clean_utf8(body)) return std::nullopt;
  Fields fields;
  while (!body.empty()) {
    auto pair = take_pair(body);
    auto equals = pair.find('=');
    if (equals == pair.npos || equals == 0) return std::nullopt;
    if (!fields.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second) return std::nullopt;
  }
  return fields;
}

UnionpayWord unionpay_word(std::string_view code) {
  if (code == "00" || code == "A6") return UnionpayWord::success;  // A6: with a flaw that is not ours
  if (code == "03" || code == "04" || code == "05") return UnionpayWord::pending;
  if (code == "34") return UnionpayWord::unknown;
  if (code == "12") return UnionpayWord::repeated;
  if (code.starts_with('0')) return UnionpayWord::busy;
  if (code.starts_with('1') || code.starts_with('2')) return UnionpayWord::wrong;
  return UnionpayWord::refused;
}

std::optional<ChargeStatus> unionpay_paid(const Fields& fields) {
  auto amount_fen = parse_fen(field(fields, "txnAmt"));
  auto paid_at = time_of(fields);
  auto &number = field(fields, "queryId"), &currency = field(fields, "currencyCode");
  if (!amount_fen || !paid_at || number.empty() || currency != "156") return std::nullopt;
  return ChargeStatus{ChargeState::paid, number, *amount_fen, paid_at};
}

std::optional<RefundStatus> unionpay_refunded(const Fields& fields) {
  auto amount_fen = parse_fen(field(fields, "txnAmt"));
  if (!amount_fen || field(fields, "queryId").empty()) return std::nullopt;
  return RefundStatus{RefundState::done, field(fields, "queryId"), *amount_fen, time_of(fields)};
}

}  // namespace expogate::paygate
