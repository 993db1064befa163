#pragma once
#include <string>

#include "base/caller.h"

namespace expogate {

/// Who made a sheet and when, for the note on its first heading.
std::string watermark_of(const Caller& caller, Instant now);

}  // namespace expogate
