#pragma once
#include "app/config.h"
#include "payment/gateways.h"
#include "platform/crypto/field_cipher.h"

namespace expogate {

/// The providers that are configured.
payment::Gateways configured_gateways(const PaymentSettings& settings, const Clock& clock);

/// Those, and where none at all is configured, the sandbox for every channel (ORD-02): a site with one real
/// provider shows nobody a cashier that moves no money.
payment::Gateways payment_gateways(const Config& config, const FieldCipher& cipher, db::Database& database,
                                   const Clock& clock);

}  // namespace expogate
