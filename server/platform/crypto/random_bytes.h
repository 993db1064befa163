#pragma once
#include <cstddef>
#include <string>

namespace expogate {

/// `count` bytes from the cryptographic random source.
std::string random_bytes(std::size_t count);

}  // namespace expogate
