#pragma once
#include <string>

#include "base/outcome.h"

namespace expogate {

/// What the public register holds under a unified social credit code.
struct RegistryRecord {
  bool is_registered = false;
  bool is_active = false;  ///< not cancelled, revoked or dissolved
  std::string name;
};

/// A register of organizations that can be asked (ORG-05: a second source of the automatic review).
class Registry {
 public:
  virtual ~Registry() = default;
  virtual Outcome<RegistryRecord> look_up(const std::string& uscc) = 0;
};

}  // namespace expogate
