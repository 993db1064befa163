#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

/// Moments as providers write them, to the second and by the clock of Shanghai.
namespace expogate::paygate {

std::string rfc3339_of_shanghai(Instant at);  ///< `2025-10-20T16:00:00+08:00`

std::string spaced_time(Instant at);  ///< `2025-10-20 16:00:00`
std::optional<Instant> parse_spaced_time(std::string_view text);

std::string compact_time(Instant at);  ///< `20251020160000`
std::optional<Instant> parse_compact_time(std::string_view text);

}  // namespace expogate::paygate
