#pragma once
#include <cstdint>
#include <string>

namespace expogate {

/// An amount in fen as it is written in yuan, always with two decimals: `160.00`.
std::string yuan_text(std::int64_t fen);

}  // namespace expogate
