#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "platform/recognition/document_finding.h"
#include "platform/recognition/recognition.h"

namespace expogate {

/// What the program expogate-recognizer, expogate-face-counter or expogate-document-checker says to one
/// picture or document, as JSON: what it read, how many faces it counted, what it found, or why it could not.
struct RecognizerAnswer {
  std::optional<Recognition> recognition;
  std::optional<int> faces;
  std::optional<DocumentFinding> document;
  std::string refusal;
};
BOOST_DESCRIBE_STRUCT(RecognizerAnswer, (), (recognition, faces, document, refusal))

/// Said once, when it is ready to read.
inline constexpr std::string_view recognizer_greeting = "ready";

}  // namespace expogate
