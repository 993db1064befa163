#include "platform/crypto/encoding.h"
#include "platform/paygate/alipay_gateway.h"
#include "platform/paygate/alipay_reading.h"
#include "platform/paygate/form.h"

namespace expogate::paygate {
namespace {

bool is_signed(Fields fields, const RsaPublicKey& key) {
  auto signature = base64_decode(field(fields, "sign"));
  if (!signature || field(fields, "sign_type") != "RSA2") return false;
  fields.erase("sign");
  fields.erase("sign_type");
  return key.has_signed_sha256(plainly_joined(fields), *signature);
}

}  // namespace

NoticeReading AlipayGateway::read_notice(const NoticeRequest& request, Instant) const {
  auto fields = parse_form(request.body);
  if (!fields) return NoticeRefusal{NoticeFault::malformed, "the body is no form"};
  if (!is_signed(*fields, settings_.platform_key))
    return NoticeRefusal{NoticeFault::bad_signature, "not signed by Alipay's key"};
  auto &app = field(*fields, "app_id"), &seller = field(*fields, "seller_id");
  if (app != settings_.app_id || seller != settings_.seller_id)
    return NoticeRefusal{NoticeFault::other_merchant, app + " " + seller};
  auto& kind = field(*fields, "notify_type");
  if (kind != "trade_status_sync") return OtherNotice{kind};
  auto& currency = field(*fields, "trans_currency");
  if (!currency.empty() && currency != "CNY") return NoticeRefusal{NoticeFault::other_currency, currency};
  auto status = alipay_charge_status({field(*fields, "trade_status"), field(*fields, "trade_no"),
                                      field(*fields, "total_amount"), field(*fields, "gmt_payment")});
  auto& number = field(*fields, "out_trade_no");
  if (!status || number.empty()) return NoticeRefusal{NoticeFault::malformed, "the trade is not whole"};
  // A refund is told as a change of its trade, with the sum of all refunds: query it to know about the one.
  if (status->state == ChargeState::paid && !field(*fields, "gmt_refund").empty())
    status->state = ChargeState::refunded;
  return ChargeNotice{number, *status};
}

NoticeAnswer AlipayGateway::answer(bool is_accepted) const {
  return {.status = 200, .content_type = "text/plain", .body = is_accepted ? "success" : "failure"};
}

}  // namespace expogate::paygate
