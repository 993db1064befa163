#include "trading_group/trading_group.h"

namespace expogate::trading_group {

std::string new_invitation_code() {
  return "100" + random_digits(8);
}

}  // namespace expogate::trading_group
