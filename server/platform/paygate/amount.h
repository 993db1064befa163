#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

/// Amounts as providers write them. Nothing here ever is a floating-point number: what is not written plainly
/// (a sign, an exponent, a third decimal) is no amount.
namespace expogate::paygate {

/// `16000`: digits only.
std::optional<std::int64_t> parse_fen(std::string_view text);

/// `160.00`, `160.5` or `160`.
std::optional<std::int64_t> parse_yuan(std::string_view text);

}  // namespace expogate::paygate
