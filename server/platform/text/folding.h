#pragma once
#include <string>
#include <string_view>

namespace expogate {

/// What is left of a name when only its letters and digits count: two spellings that people take for the same
/// name fold to the same text. Width, case, ligatures and compatibility forms are levelled (NFKC, case
/// folding); spaces, brackets, punctuation and loose accents go. Letters of every script stay.
std::string folded_name(std::string_view name);

/// The same for searches, which people type without accents: Nguyễn is found by nguyen and Ørsted by orsted,
/// whatever of the two was typed and stored.
std::string folded_for_search(std::string_view name);

}  // namespace expogate
