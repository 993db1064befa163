#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/enum_text.h"

namespace expogate {

/// The words above a sheet's columns.
inline std::vector<std::string> sheet_headings(std::span<const EnumLabel> columns, Locale locale) {
  std::vector<std::string> words;
  for (auto& column : columns) words.emplace_back(column.words(locale));
  return words;
}

}  // namespace expogate
