#pragma once
#include <string>

#include "platform/outbound/http_client.h"
#include "platform/paygate/payment_gateway.h"
#include "platform/paygate/unionpay_signature.h"

namespace expogate::paygate {

struct UnionpaySettings {
  enum class Product {
    qr_code,  ///< 主扫: the payer's phone scans (ORD-02)
    b2b,      ///< the gateway's page for corporate online banking (ORD-03)
  };
  Product product = Product::qr_code;
  std::string merchant_id;
  RsaPrivateKey merchant_key;
  std::string merchant_serial;  ///< of the merchant's certificate, decimal
  UnionpayTrust trust;
  HttpClientSettings server{.url = "https://gateway.95516.com"};
};

/// UnionPay ACP 5.1.0 (全渠道, gateway.95516.com; not China UMS).
///
/// A charge is known by its number and the time of its creation. It cannot be closed: it ends when it
/// expires. A refund's notice does not name the charge.
class UnionpayGateway final : public PaymentGateway {
 public:
  UnionpayGateway(UnionpaySettings settings, const Clock& clock);

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
  bool is_b2b() const { return settings_.product == UnionpaySettings::Product::b2b; }
  /// What all messages have in common, for the number and its time.
  Fields message(const std::string& type, const std::string& number, Instant at) const;
  Fields charge_message(const Charge& charge) const;
  /// The signed answer about that number, whatever it says.
  Outcome<Fields> call(const std::string& path, Fields fields);
  Outcome<Fields> ask(const std::string& number, Instant at);

  UnionpaySettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate::paygate
