#pragma once
#include "base/caller.h"

namespace expogate {

/// Who stands in the audit log for what is done on the command line.
inline Caller operator_caller() {
  Caller caller;
  caller.name = "operator (command line)";
  return caller;
}

}  // namespace expogate
