#include "audit/holdings.h"

namespace expogate::audit {

/// The chain erases its lines itself, for what is left of one is sealed anew (`erase_before`).
erasure::Holdings holdings() {
  return {{}, {{"audit_entries", "*", false}, {"audit_ends", "*"}}};
}

}  // namespace expogate::audit
