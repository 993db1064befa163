#include "platform/crypto/aes_gcm.h"
#include "platform/crypto/encoding.h"
#include "platform/paygate/wechat_gateway.h"
#include "platform/paygate/wechat_reading.h"

namespace expogate::paygate {
namespace {

std::optional<NoticeRefusal> refusal_of(WechatDoubt doubt) {
  switch (doubt) {
    case WechatDoubt::none:
      return std::nullopt;
    case WechatDoubt::malformed:
      return NoticeRefusal{NoticeFault::malformed, "the signature's headers are not whole"};
    case WechatDoubt::stale:
      return NoticeRefusal{NoticeFault::stale, "it was signed more than 300 s ago or ahead"};
    case WechatDoubt::bad_signature:
      break;
  }
  return NoticeRefusal{NoticeFault::bad_signature, "not signed by a key of WeChat Pay that we know"};
}

NoticeRefusal malformed(std::string what) {
  return {NoticeFault::malformed, std::move(what)};
}

std::optional<std::string> opened(const JsonFields& notice, const std::string& key) {
  auto sealed = base64_decode(notice.text("resource.ciphertext"));
  if (!sealed || notice.text("resource.algorithm") != "AEAD_AES_256_GCM") return std::nullopt;
  return aes_gcm::open(key, notice.text("resource.nonce"), notice.text("resource.associated_data"), *sealed);
}

NoticeReading read_refund(const JsonFields& refund) {
  auto status = wechat_refund_status(refund, refund.text("refund_status"));
  auto &number = refund.text("out_refund_no"), &charge_number = refund.text("out_trade_no");
  if (!status || number.empty() || charge_number.empty()) return malformed("the refund is not whole");
  return RefundNotice{number, charge_number, *status};
}

NoticeReading read_charge(const JsonFields& transaction) {
  auto& currency = transaction.text("amount.currency");
  if (!currency.empty() && currency != "CNY") return NoticeRefusal{NoticeFault::other_currency, currency};
  auto status = wechat_charge_status(transaction);
  auto& number = transaction.text("out_trade_no");
  if (!status || number.empty()) return malformed("the transaction is not whole");
  return ChargeNotice{number, *status};
}

}  // namespace

std::vector<std::string_view> WechatGateway::notice_headers() const {
  return {"wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"};
}

NoticeReading WechatGateway::read_notice(const NoticeRequest& request, Instant now) const {
  auto doubt = doubt_of(WechatSignature::of(request.headers), request.body, settings_.platform_keys, now);
  if (auto refusal = refusal_of(doubt)) return *refusal;
  auto notice = JsonFields::parse(request.body);
  if (!notice) return malformed("the body is no JSON");
  auto& kind = notice->text("event_type");
  bool is_charge = kind.starts_with("TRANSACTION."), is_refund = kind.starts_with("REFUND.");
  if (!is_charge && !is_refund) return OtherNotice{kind};
  auto plain = opened(*notice, settings_.api_v3_key);
  if (!plain) return NoticeRefusal{NoticeFault::undecryptable, "the APIv3 key does not open it"};
  auto fields = JsonFields::parse(*plain);
  if (!fields) return malformed("what was encrypted is no JSON");
  // A refund's notice names no application.
  bool is_ours = fields->text("mchid") == settings_.merchant_id &&
                 (is_refund || fields->text("appid") == settings_.app_id);
  if (!is_ours)
    return NoticeRefusal{NoticeFault::other_merchant, fields->text("mchid") + " " + fields->text("appid")};
  return is_refund ? read_refund(*fields) : read_charge(*fields);
}

NoticeAnswer WechatGateway::answer(bool is_accepted) const {
  if (is_accepted) return {.status = 204, .content_type = {}, .body = {}};
  return {.status = 400, .content_type = "application/json", .body = R"({"code":"FAIL","message":"失败"})"};
}

}  // namespace expogate::paygate
