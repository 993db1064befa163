#pragma once
#include <cstdint>

#include "platform/crypto/field_cipher.h"
#include "platform/db/database.h"

namespace expogate {

/// Every encrypted column of every module, sealed anew under the writing key where another key sealed it.
/// Goes in small transactions and may be interrupted: what is done stays done (ACC-07). Returns the number of
/// values resealed.
std::int64_t reseal_all(db::Database& database, const FieldCipher& cipher);

}  // namespace expogate
