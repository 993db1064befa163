#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "platform/recognition/recognition.h"

namespace expogate {

/// What the program expogate-recognizer, or expogate-face-counter, says to one picture, as JSON: what it
/// read, how many faces it counted, or why it could not.
struct RecognizerAnswer {
  std::optional<Recognition> recognition;
  std::optional<int> faces;
  std::string refusal;
};
BOOST_DESCRIBE_STRUCT(RecognizerAnswer, (), (recognition, faces, refusal))

/// Said once, when it is ready to read.
inline constexpr std::string_view recognizer_greeting = "ready";

}  // namespace expogate
