#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace expogate::sheet {

/// The layout of digits that a number format asks for: `0` for each digit and other characters for
/// themselves, such as `000000000` or `000-0000`. Empty for formats that show a number as it is, with
/// decimals or thousands.
std::string digit_pattern(std::string_view format);

/// The number as a sheet shows it: a code that lost its zeros at the front has them again.
std::string laid_out(std::uint64_t number, std::string_view pattern);

}  // namespace expogate::sheet
