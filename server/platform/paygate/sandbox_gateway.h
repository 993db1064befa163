#pragma once
#include <string>

#include "platform/paygate/form.h"
#include "platform/paygate/payment_gateway.h"

namespace expogate::paygate {

/// The provider that the sandbox plays: what it knows of charges and refunds. Kept by whoever has tables.
class SandboxLedger {
 public:
  virtual ~SandboxLedger() = default;
  virtual void add(const Charge& charge) = 0;
  /// `unpaid` for a number that it does not know.
  virtual ChargeStatus find(const std::string& number) = 0;
  /// Closes an unpaid one; answers what became of it.
  virtual ChargeStatus close(const std::string& number) = 0;
  /// Once for each number; answers what became of it.
  virtual RefundStatus refund(const Refund& refund) = 0;
  /// `unknown` for a number that it does not know.
  virtual RefundStatus find_refund(const std::string& number) = 0;
  virtual std::vector<BillRow> bill(const CivilDate& on) = 0;
};

struct SandboxSettings {
  enum class Opens { qr_code, gateway_page };
  std::string public_url;  ///< of this system: the cashier's page is below it
  std::string secret;      ///< signs notices
  Opens opens = Opens::qr_code;
};

/// Stands in where no provider is configured, and goes the same way: a cashier's page, signed notices,
/// queries, refunds. No money moves and nothing leaves the machine.
class SandboxGateway final : public PaymentGateway {
 public:
  SandboxGateway(SandboxSettings settings, SandboxLedger& ledger);

  /// `<public_url>/sandbox/cashier/<number>`, as a QR code or as a page.
  Outcome<Cashier> begin(const Charge& charge) override;
  Outcome<ChargeStatus> query(const std::string& number, Instant created_at) override;
  Outcome<ChargeStatus> close(const std::string& number, Instant created_at) override;
  Outcome<RefundStatus> refund(const Refund& refund) override;
  Outcome<RefundStatus> query_refund(const Refund& refund) override;
  Outcome<std::vector<BillRow>> bill(const CivilDate& on) override;
  std::vector<std::string_view> notice_headers() const override { return {}; }
  NoticeReading read_notice(const NoticeRequest& request, Instant now) const override;
  NoticeAnswer answer(bool is_accepted) const override;

  /// The body that the sandbox's cashier sends to our callback when the charge or refund has changed.
  std::string notice_of(const ChargeNotice& notice, Instant now) const;
  std::string notice_of(const RefundNotice& notice, Instant now) const;

 private:
  std::string signed_form(Fields fields, Instant now) const;

  SandboxSettings settings_;
  SandboxLedger& ledger_;
};

}  // namespace expogate::paygate
