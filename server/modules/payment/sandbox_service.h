#pragma once
#include "payment/payment_service.h"
#include "payment/sandbox_cashier.h"

namespace expogate::payment {

inline const ErrorCode sandbox_not_payable{"sandbox.not_payable", "该沙箱订单已支付或已关闭",
                                           "This sandbox payment has already been paid or closed"};

/// The sandbox's cashier: a visitor "pays", and the sandbox tells us by a signed notice as a provider would.
class SandboxService {
 public:
  SandboxService(db::Database& database, const Clock& clock, PaymentService& payments, Gateways& gateways)
      : database_(database), clock_(clock), payments_(payments), gateways_(gateways) {}
  SandboxCharge get(const std::string& number);
  SandboxCharge pay(const std::string& number);

 private:
  db::Database& database_;
  const Clock& clock_;
  PaymentService& payments_;
  Gateways& gateways_;
};

}  // namespace expogate::payment
