#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "recognizer/reading/text_line.h"

namespace expogate::recognizer {

/// The unified social credit codes in what was read. A window of 18 characters counts only when everything
/// that can be checked is right: both check characters, a province, and one of the classes that are reviewed
/// silently (companies, sole traders, cooperatives, institutions). One check alone passes by chance every
/// 31st time.
std::vector<std::string> codes_in(std::string_view text);

/// Where on the page the code stands, by the label 统一社会信用代码.
struct CodePlace {
  Box label;                 ///< empty when it was not found
  std::vector<Box> windows;  ///< to be read once more, the likeliest first
};
CodePlace code_place(const std::vector<TextLine>& lines, int page_width);

}  // namespace expogate::recognizer
