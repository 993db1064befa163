#pragma once
#include <map>
#include <memory>

#include "payment/payment.h"
#include "platform/paygate/sandbox_gateway.h"

namespace expogate::payment {

/// One way to be paid online.
struct Gateway {
  std::unique_ptr<paygate::PaymentGateway> provider;
  std::unique_ptr<paygate::SandboxLedger> sandbox = nullptr;  ///< what the provider plays with, if it plays
  bool is_sandbox() const { return sandbox != nullptr; }      ///< shown as such everywhere
};

/// Every way to be paid online; transfers need none.
using Gateways = std::map<Channel, Gateway>;

/// Throws `payment.channel_not_offered`.
paygate::PaymentGateway& provider_of(const Gateways& gateways, Channel channel);

}  // namespace expogate::payment
