#pragma once
#include <string_view>

#include "base/outcome.h"
#include "platform/recognition/recognition.h"

namespace expogate {

/// How long a picture's longer side should be at most: more takes time and space and is read no better.
inline constexpr int recognizable_long_side = 2600;

/// Reads the picture of a business licence 营业执照 or of an institution's certificate 事业单位法人证书. A
/// failure is permanent when this picture cannot be read in time, however often it is tried.
class Recognizer {
 public:
  virtual ~Recognizer() = default;
  virtual Outcome<Recognition> recognize(std::string_view jpeg) = 0;
};

}  // namespace expogate
