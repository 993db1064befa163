#pragma once
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::payment {

/// Everything about orders and money that is not as it must be, for `expogate verify`. Empty is the only good
/// answer: no order holds money that is neither its own nor on its way back, and nobody waits to pay who has
/// paid.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::payment
