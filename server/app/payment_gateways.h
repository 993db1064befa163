#pragma once
#include <map>
#include <memory>
#include <string>

#include "app/config_payment.h"

namespace expogate {

/// The ways to be paid that are configured, by the names of their channels: wechat, alipay, unionpay, b2b.
using PaymentGateways = std::map<std::string, std::unique_ptr<paygate::PaymentGateway>>;

PaymentGateways payment_gateways(const PaymentSettings& settings, const Clock& clock);

}  // namespace expogate
