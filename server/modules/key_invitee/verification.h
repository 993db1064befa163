#pragma once
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::key_invitee {

/// Everything about key organizations to invite that is not as it must be, for `expogate verify`. Empty is
/// the only good answer.
std::vector<std::string> verify(db::Tx& tx);

}  // namespace expogate::key_invitee
