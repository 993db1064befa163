#pragma once
#include <string>

#include "platform/outbound/http_client.h"
#include "platform/paygate/payment_gateway.h"
#include "platform/paygate/wechat_signature.h"

namespace expogate::paygate {

struct WechatSettings {
  std::string app_id, merchant_id;
  std::string merchant_serial;  ///< of the merchant's certificate
  RsaPrivateKey merchant_key;
  WechatKeys platform_keys;     ///< of WeChat Pay; more than one while they change
  std::string platform_serial;  ///< which of them WeChat Pay shall sign its answers with
  std::string api_v3_key;       ///< 32 bytes, opens notices
  HttpClientSettings server{.url = "https://api.mch.weixin.qq.com"};
};

/// WeChat Pay APIv3, Native: a QR code for the payer's phone (ORD-02).
class WechatGateway final : public PaymentGateway {
 public:
  WechatGateway(WechatSettings settings, const Clock& clock);

  Outcome<Cashier> begin(const Charge& charge) override;
  Outcome<ChargeStatus> query(const std::string& number, Instant created_at) override;
  Outcome<ChargeStatus> close(const std::string& number, Instant created_at) override;
  Outcome<RefundStatus> refund(const Refund& refund) override;
  Outcome<RefundStatus> query_refund(const Refund& refund) override;
  Outcome<std::vector<BillRow>> bill(const CivilDate& on) override;
  std::vector<std::string_view> notice_headers() const override;
  NoticeReading read_notice(const NoticeRequest& request, Instant now) const override;
  NoticeAnswer answer(bool is_accepted) const override;

 private:
  /// An answer of 2xx that is not signed is a failure; others are not signed and never say that money moved.
  Outcome<HttpAnswer> call(std::string_view method, const std::string& target, const std::string& body = {});
  HttpClient::Headers signed_headers(std::string_view method, const std::string& target,
                                     const std::string& body) const;

  WechatSettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate::paygate
