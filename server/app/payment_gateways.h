#pragma once
#include "app/config.h"
#include "app/configured_gateways.h"
#include "platform/crypto/field_cipher.h"

namespace expogate {

/// The configured providers. A demonstration without any has the sandbox for every channel (ORD-02);
/// everybody else is offered bank transfer alone, for the sandbox's cashier would give badges away for
/// nothing.
payment::Gateways payment_gateways(const Config& config, const FieldCipher& cipher, db::Database& database,
                                   const Clock& clock);

}  // namespace expogate
