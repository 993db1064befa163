#pragma once
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::quota {

/// Everything about quotas that is not as it must be, for `expogate verify` (QTA-03, QTA-05). Empty is the
/// only good answer.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::quota
