#pragma once
#include <optional>
#include <string_view>

#include "base/time.h"

namespace expogate {

/// A day as a cell holds it: `2025-11-06` with or without a time, as people and spreadsheet programs write it
/// (`2025/1/5`, `2025.1.5`, `2025年1月5日`, `20250105`, `5-Jan-2025`), or the bare number that a day becomes
/// in a cell for text or numbers. `1/5/2025` is refused: nobody knows which is the month.
std::optional<CivilDate> parse_sheet_day(std::string_view cell);

}  // namespace expogate
