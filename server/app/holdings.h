#pragma once
#include "platform/erasure/holding.h"

namespace expogate {

/// What every module holds of people, in the order in which it is erased: what names a row goes before the
/// row, and an account after all of its organizations.
erasure::Holdings all_holdings();

}  // namespace expogate
