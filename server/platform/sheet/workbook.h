#pragma once
#include <vector>

#include "platform/sheet/package.h"

namespace expogate::sheet {

/// What the cells of the first visible sheet refer to.
struct Workbook {
  std::string sheet_part, sheet_name;
  std::vector<std::string> shared_texts;
  std::vector<bool> is_date_style;  ///< by the number of a cell's style
  /// By the same number, how its digits are laid out (`000-0000`); empty for a number as it is.
  std::vector<std::string> digit_pattern;
  bool counts_from_1904 = false;
};

Workbook read_workbook(Package& package, const SheetLimits& limits);

/// Text of a cell as it is written in XML: `_x000D_` stands for a character that XML cannot hold.
std::string unescaped(std::string_view text);

/// Adds to a cell's text, up to what a cell may hold.
void append_bounded(std::string& text, std::string_view more, std::size_t most_bytes);

}  // namespace expogate::sheet
