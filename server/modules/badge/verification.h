#pragma once
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::badge {

/// Everything about badges that is not as it must be, for `expogate verify`. Empty is the only good answer:
/// whoever is approved has a badge, nobody else has one that opens a gate, and what batches and parcels count
/// is there.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::badge
