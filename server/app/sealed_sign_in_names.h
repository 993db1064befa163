#pragma once
#include <functional>

#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"

namespace expogate {

/// Encrypts sign-in names that say who somebody is and that an earlier release kept in the clear; answers how
/// many. The keys are asked for only when there is an account to look at. Can be interrupted and run again.
std::int64_t seal_sign_in_names(db::Database& database, const std::function<FieldCipher()>& cipher);

}  // namespace expogate
