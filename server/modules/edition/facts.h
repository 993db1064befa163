#pragma once
#include "base/id.h"

namespace expogate::edition {

/// A new edition was opened as a copy of the last one (EDN-06).
struct EditionOpened {
  EditionId from, to;
};

}  // namespace expogate::edition
