#include "platform/paygate/unionpay_gateway.h"
#include "platform/paygate/unionpay_reading.h"

namespace expogate::paygate {
namespace {

NoticeRefusal malformed(std::string what) {
  return {NoticeFault::malformed, std::move(what)};
}

NoticeReading read_charge(const Fields& fields, bool is_success) {
  auto& number = field(fields, "orderId");
  if (!is_success) return ChargeNotice{number, ChargeStatus{}};
  auto status = unionpay_paid(fields);
  if (!status) return malformed("the payment is not whole");
  return ChargeNotice{number, *status};
}

NoticeReading read_refund(const Fields& fields, bool is_success) {
  auto& number = field(fields, "orderId");
  if (!is_success)
    return RefundNotice{number, {}, {.state = RefundState::refused, .reason = field(fields, "respMsg")}};
  auto status = unionpay_refunded(fields);
  if (!status) return malformed("the refund is not whole");
  return RefundNotice{number, {}, *status};
}

}  // namespace

NoticeReading UnionpayGateway::read_notice(const NoticeRequest& request, Instant now) const {
  auto fields = parse_form(request.body);
  if (!fields) return malformed("the body is no form");
  if (!is_signed_by_unionpay(*fields, settings_.trust, now))
    return NoticeRefusal{NoticeFault::bad_signature, "not signed by UnionPay's certificate"};
  if (field(*fields, "merId") != settings_.merchant_id)
    return NoticeRefusal{NoticeFault::other_merchant, field(*fields, "merId")};
  auto &kind = field(*fields, "txnType"), &currency = field(*fields, "currencyCode");
  if (kind != "01" && kind != "04") return OtherNotice{kind};
  if (currency != "156") return NoticeRefusal{NoticeFault::other_currency, currency};
  if (field(*fields, "orderId").empty()) return malformed("there is no order number");
  bool is_success = unionpay_word(field(*fields, "respCode")) == UnionpayWord::success;
  return kind == "01" ? read_charge(*fields, is_success) : read_refund(*fields, is_success);
}

NoticeAnswer UnionpayGateway::answer(bool is_accepted) const {
  if (is_accepted) return {.status = 200, .content_type = "text/plain", .body = "ok"};
  return {.status = 500, .content_type = "text/plain", .body = "fail"};
}

}  // namespace expogate::paygate
