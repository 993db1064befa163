#pragma once
#include <cstdint>

namespace expogate::operations {

/// From now on `getrandom` gives the bytes of this seed.
void seed_random_bytes(std::uint64_t seed);

}  // namespace expogate::operations
