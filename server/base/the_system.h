#pragma once
#include "base/caller.h"

namespace expogate {

/// Who acts when nobody asked: time that passes, jobs, and what providers tell.
inline Caller the_system() {
  Caller caller;
  caller.name = "系统";
  return caller;
}

}  // namespace expogate
