#pragma once
#include <string_view>
#include <vector>

#include "platform/recognition/recognition.h"

namespace expogate {

/// Whether a typed name may pass for the one that was read without a person looking: the same letters and
/// digits in the same number, of which at most two differ, each at a place where the reader itself was
/// unsure. Similarity is no such test: a name with one character changed on purpose is 90 % similar.
bool names_agree(std::string_view typed, const std::vector<Symbol>& read);

}  // namespace expogate
