#pragma once
#include "app/config.h"
#include "app/configured_gateways.h"
#include "platform/crypto/field_cipher.h"

namespace expogate {

/// The configured providers, and where there is none at all, the sandbox for every channel (ORD-02): a site
/// with one real provider shows nobody a cashier that moves no money.
payment::Gateways payment_gateways(const Config& config, const FieldCipher& cipher, db::Database& database,
                                   const Clock& clock);

}  // namespace expogate
