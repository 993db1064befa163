#include "platform/paygate/sandbox_gateway.h"

#include <cstdlib>

#include "base/enum_text.h"
#include "platform/crypto/digest.h"
#include "platform/paygate/amount.h"

namespace expogate::paygate {
namespace {

constexpr Duration freshness = seconds(300);

std::string text_of(std::optional<Instant> at) {
  return at ? to_rfc3339(*at) : std::string();
}

/// A moment, or the empty text for none; nothing when it is neither.
std::optional<std::optional<Instant>> parse_moment(const std::string& text) {
  if (text.empty()) return std::optional<Instant>();
  auto at = parse_rfc3339(text);
  if (!at) return std::nullopt;
  return std::optional(at);
}

NoticeRefusal malformed(std::string what) {
  return {NoticeFault::malformed, std::move(what)};
}

NoticeReading read_charge(const Fields& fields) {
  auto state = enum_value<ChargeState>(field(fields, "state"));
  auto amount_fen = parse_fen(field(fields, "amount_fen"));
  auto paid_at = parse_moment(field(fields, "at"));
  if (!state || !amount_fen || !paid_at) return malformed("the charge is not whole");
  return ChargeNotice{field(fields, "number"),
                      {*state, field(fields, "gateway_number"), *amount_fen, *paid_at}};
}

NoticeReading read_refund(const Fields& fields) {
  auto state = enum_value<RefundState>(field(fields, "state"));
  auto amount_fen = parse_fen(field(fields, "amount_fen"));
  auto done_at = parse_moment(field(fields, "at"));
  if (!state || !amount_fen || !done_at) return malformed("the refund is not whole");
  return RefundNotice{
      field(fields, "number"),
      field(fields, "charge_number"),
      {*state, field(fields, "gateway_number"), *amount_fen, *done_at, field(fields, "reason")}};
}

}  // namespace

SandboxGateway::SandboxGateway(SandboxSettings settings, SandboxLedger& ledger)
    : settings_(std::move(settings)), ledger_(ledger) {}

Outcome<Cashier> SandboxGateway::begin(const Charge& charge) {
  ledger_.add(charge);
  auto url = settings_.public_url + "/sandbox/cashier/" + charge.number;
  if (settings_.opens == SandboxSettings::Opens::gateway_page) return Cashier(GatewayPage{url, {}});
  return Cashier(QrCode{url});
}

Outcome<ChargeStatus> SandboxGateway::query(const std::string& number, Instant) {
  return ledger_.find(number);
}

Outcome<ChargeStatus> SandboxGateway::close(const std::string& number, Instant) {
  return ledger_.close(number);
}

Outcome<RefundStatus> SandboxGateway::refund(const Refund& refund) {
  return ledger_.refund(refund);
}

Outcome<RefundStatus> SandboxGateway::query_refund(const Refund& refund) {
  return ledger_.find_refund(refund.number);
}

Outcome<std::vector<BillRow>> SandboxGateway::bill(const CivilDate& on) {
  return ledger_.bill(on);
}

std::string SandboxGateway::notice_of(const ChargeNotice& notice, Instant now) const {
  return signed_form({{"kind", "charge"},
                      {"number", notice.number},
                      {"state", std::string(enum_name(notice.status.state))},
                      {"gateway_number", notice.status.gateway_number},
                      {"amount_fen", std::to_string(notice.status.amount_fen)},
                      {"at", text_of(notice.status.paid_at)}},
                     now);
}

std::string SandboxGateway::notice_of(const RefundNotice& notice, Instant now) const {
  return signed_form({{"kind", "refund"},
                      {"number", notice.number},
                      {"charge_number", notice.charge_number},
                      {"state", std::string(enum_name(notice.status.state))},
                      {"gateway_number", notice.status.gateway_number},
                      {"amount_fen", std::to_string(notice.status.amount_fen)},
                      {"at", text_of(notice.status.done_at)},
                      {"reason", notice.status.reason}},
                     now);
}

std::string SandboxGateway::signed_form(Fields fields, Instant now) const {
  fields["signed_at"] = to_rfc3339(now);
  fields["signature"] = hmac_sha256_hex(settings_.secret, form_of(fields));
  return form_of(fields);
}

NoticeReading SandboxGateway::read_notice(const NoticeRequest& request, Instant now) const {
  auto fields = parse_form(request.body);
  if (!fields) return malformed("the body is no form");
  auto signature = field(*fields, "signature");
  fields->erase("signature");
  if (!equal_in_constant_time(signature, hmac_sha256_hex(settings_.secret, form_of(*fields))))
    return NoticeRefusal{NoticeFault::bad_signature, "not signed by this sandbox"};
  auto signed_at = parse_rfc3339(field(*fields, "signed_at"));
  if (!signed_at || field(*fields, "number").empty()) return malformed("the notice is not whole");
  if (std::llabs((now - *signed_at).ms) > freshness.ms)
    return NoticeRefusal{NoticeFault::stale, "it was signed more than 300 s ago or ahead"};
  auto& kind = field(*fields, "kind");
  if (kind == "charge") return read_charge(*fields);
  if (kind == "refund") return read_refund(*fields);
  return OtherNotice{kind};
}

NoticeAnswer SandboxGateway::answer(bool is_accepted) const {
  return {.status = is_accepted ? 204 : 400, .content_type = {}, .body = {}};
}

}  // namespace expogate::paygate
