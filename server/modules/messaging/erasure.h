#pragma once
#include <string>

#include "platform/crypto/field_cipher.h"
#include "platform/db/tx.h"

namespace expogate::messaging {

/// Erases what was sent to an address, so that its owner can be forgotten alone (RET-03); what still waits is
/// sent first.
void forget_sent_to(db::Tx& tx, const FieldCipher& cipher, const std::string& address);

}  // namespace expogate::messaging
