#pragma once
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::gate {

/// Everything about entries that does not follow from the scans, for `expogate verify`. Empty is the only
/// good answer.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::gate
