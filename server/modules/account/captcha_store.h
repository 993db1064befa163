#pragma once
#include <string_view>

#include "platform/db/tx.h"

namespace expogate::account::store {

/// False when this challenge was answered before.
bool use_challenge(db::Tx& tx, std::string_view salt, Instant expires_at);
std::int64_t forget_challenges(db::Tx& tx, Instant before);

}  // namespace expogate::account::store
