#pragma once
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::group_payment {

/// Everything about group payment that is not as it must be, for `expogate verify`. Empty is the only good
/// answer.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::group_payment
