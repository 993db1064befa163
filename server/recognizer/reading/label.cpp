#include "recognizer/reading/label.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/text.h"
#include "platform/text/folding.h"

namespace expogate::recognizer {
namespace {

using Characters = std::span<const std::string_view>;

/// Characters to change, add or take away to make one of the other.
std::size_t distance(Characters a, Characters b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

double label_likeness(std::string_view text, std::string_view label) {
  auto folded = folded_name(text);
  auto characters = characters_of(folded), sought = characters_of(label);
  auto length = std::min(characters.size(), sought.size());
  auto least = sought.size();
  for (std::size_t start = 0; start + length <= characters.size(); ++start)
    least = std::min(least, distance(Characters(characters).subspan(start, length), sought));
  return 1 - double(least) / double(sought.size());
}

}  // namespace expogate::recognizer
