#include "platform/recognition/name_match.h"

#include <algorithm>

#include "base/text.h"
#include "platform/text/folding.h"

namespace expogate {
namespace {

// Of characters read rightly half have 99 and more, of those read wrongly half have 87 and less: measured on
// drawn licences.
constexpr int sure_confidence = 90;
constexpr std::size_t max_differing = 2, min_length_for_each_differing = 4;

std::vector<Symbol> folded(const std::vector<Symbol>& symbols) {
  std::vector<Symbol> result;
  for (auto& symbol : symbols) {
    auto text = folded_name(symbol.text);
    for (auto character : characters_of(text)) result.push_back({std::string(character), symbol.confidence});
  }
  return result;
}

}  // namespace

bool names_agree(std::string_view typed, const std::vector<Symbol>& read) {
  auto folded_typed = folded_name(typed);
  auto expected = characters_of(folded_typed);
  auto found = folded(read);
  if (expected.empty() || expected.size() != found.size()) return false;
  auto differing_left = std::min(max_differing, expected.size() / min_length_for_each_differing);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (found[i].text == expected[i]) continue;
    if (found[i].confidence >= sure_confidence || differing_left == 0) return false;
    --differing_left;
  }
  return true;
}

}  // namespace expogate
