#pragma once
#include <string>
#include <string_view>

namespace expogate::sheet {

/// Sheets keep days as numbers: only the format of a cell says that it is one.
bool is_built_in_date_format(unsigned id);
bool is_date_format(std::string_view format);

/// Days since the last day of 1899 (or of 1903 plus 1462) with the time as a fraction, as ISO text: a day, a
/// moment, or a bare time below one. Empty when the number is no date of a sheet.
std::string iso_text(double serial);

}  // namespace expogate::sheet
