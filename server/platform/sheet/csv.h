#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace expogate {

/// The records of a CSV text (RFC 4180): commas, quotes doubled inside quotes, any line end; a byte order
/// mark is passed over. Nothing when a quote is not closed.
/// `separator`: some write tabs or semicolons instead of commas.
std::optional<std::vector<std::vector<std::string>>> parse_csv(std::string_view text, char separator = ',');

}  // namespace expogate
