#include "platform/paygate/wechat_reading.h"

#include <map>

namespace expogate::paygate {
namespace {

std::optional<ChargeState> charge_state_of(const std::string& word) {
  static const std::map<std::string, ChargeState> states{
      {"SUCCESS", ChargeState::paid},      {"REFUND", ChargeState::refunded}, {"NOTPAY", ChargeState::unpaid},
      {"USERPAYING", ChargeState::unpaid}, {"PAYERROR", ChargeState::unpaid}, {"CLOSED", ChargeState::closed},
      {"REVOKED", ChargeState::closed}};
  auto found = states.find(word);
  return found == states.end() ? std::nullopt : std::optional(found->second);
}

std::optional<RefundState> refund_state_of(const std::string& word) {
  // An abnormal one has come back from the payer's bank: somebody must send it elsewhere by hand.
  static const std::map<std::string, RefundState> states{{"SUCCESS", RefundState::done},
                                                         {"PROCESSING", RefundState::processing},
                                                         {"CLOSED", RefundState::refused},
                                                         {"ABNORMAL", RefundState::refused}};
  auto found = states.find(word);
  return found == states.end() ? std::nullopt : std::optional(found->second);
}

bool was_paid(ChargeState state) {
  return state == ChargeState::paid || state == ChargeState::refunded;
}

}  // namespace

std::optional<ChargeStatus> wechat_charge_status(const JsonFields& transaction) {
  auto state = charge_state_of(transaction.text("trade_state"));
  if (!state) return std::nullopt;
  if (!was_paid(*state)) return ChargeStatus{.state = *state};
  auto amount_fen = transaction.amount("amount.total");
  auto paid_at = parse_rfc3339(transaction.text("success_time"));
  auto &number = transaction.text("transaction_id"), &currency = transaction.text("amount.currency");
  bool is_whole = amount_fen && paid_at && !number.empty() && (currency.empty() || currency == "CNY");
  if (!is_whole) return std::nullopt;
  return ChargeStatus{*state, number, *amount_fen, paid_at};
}

std::optional<RefundStatus> wechat_refund_status(const JsonFields& refund, const std::string& word) {
  auto state = refund_state_of(word);
  auto amount_fen = refund.amount("amount.refund");
  if (!state || !amount_fen || refund.text("refund_id").empty()) return std::nullopt;
  RefundStatus status{*state, refund.text("refund_id"), *amount_fen};
  if (*state == RefundState::done) status.done_at = parse_rfc3339(refund.text("success_time"));
  if (*state == RefundState::refused) status.reason = word;
  return status;
}

}  // namespace expogate::paygate
