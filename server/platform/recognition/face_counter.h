#pragma once
#include <string_view>

#include "base/outcome.h"

namespace expogate {

/// How many faces a machine sees in a photo: a hint for people, never a verdict (ATT-04).
class FaceCounter {
 public:
  virtual ~FaceCounter() = default;
  virtual Outcome<int> count(std::string_view jpeg) = 0;
};

}  // namespace expogate
