#pragma once
#include <string>
#include <string_view>

#include "platform/recognition/recognizer_answer.h"

namespace expogate::recognizer {

/// What a PDF is, by every object in it, those in compressed streams too: passive when no viewer that shows
/// it runs, opens, sends or unpacks anything.
DocumentFinding check_document(std::string_view pdf);

}  // namespace expogate::recognizer
