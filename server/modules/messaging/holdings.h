#pragma once
#include "platform/erasure/holding.h"

namespace expogate::messaging {

/// What this module keeps of people, and what becomes of it (RET-01).
erasure::Holdings holdings();

}  // namespace expogate::messaging
