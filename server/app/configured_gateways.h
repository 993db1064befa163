#pragma once
#include "app/config_payment.h"
#include "payment/gateways.h"

namespace expogate {

/// The providers that an operator has keys of.
payment::Gateways configured_gateways(const PaymentSettings& settings, const Clock& clock);

}  // namespace expogate
