#pragma once
#include <string>

#include "platform/crypto/rsa.h"
#include "platform/outbound/http_client.h"
#include "platform/paygate/json_fields.h"
#include "platform/paygate/payment_gateway.h"

namespace expogate::paygate {

struct AlipaySettings {
  std::string app_id;
  std::string seller_id;  ///< the merchant's account (2088…), to which notices must be addressed
  RsaPrivateKey app_key;
  RsaPublicKey platform_key;  ///< Alipay's, shown where the application's key was entered
  HttpClientSettings server{.url = "https://openapi.alipay.com/gateway.do"};
};

/// Alipay's face-to-face precreate: a QR code for the payer's phone (ORD-02). Keys, not certificates; RSA2.
///
/// Until the payer scans, Alipay knows no trade: the charge is unpaid, and cannot be closed.
class AlipayGateway final : public PaymentGateway {
 public:
  AlipayGateway(AlipaySettings settings, const Clock& clock);

  Outcome<Cashier> begin(const Charge& charge) override;
  Outcome<ChargeStatus> query(const std::string& number, Instant created_at) override;
  Outcome<ChargeStatus> close(const std::string& number, Instant created_at) override;
  Outcome<RefundStatus> refund(const Refund& refund) override;
  Outcome<RefundStatus> query_refund(const Refund& refund) override;
  Outcome<std::vector<BillRow>> bill(const CivilDate& on) override;
  std::vector<std::string_view> notice_headers() const override { return {}; }
  NoticeReading read_notice(const NoticeRequest& request, Instant now) const override;
  NoticeAnswer answer(bool is_accepted) const override;

 private:
  /// The signed answer to `alipay.trade.…`, whatever it says.
  Outcome<JsonFields> call(const std::string& method, const std::string& content,
                           const std::string& notify_url = {});
  std::string signed_form(const std::string& method, const std::string& content,
                          const std::string& notify_url) const;
  Outcome<JsonFields> verified(const HttpAnswer& answer, std::string method) const;

  AlipaySettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate::paygate
