#pragma once
#include <string>
#include <string_view>

#include "platform/crypto/key_ring.h"

namespace expogate {

/// What an encrypted value is found and kept unique by (ACC-07): 32 hexadecimal characters that are the same
/// for the same value of the same purpose (`mobile`, `document`), and tell nothing without the key. The
/// caller normalises the value first (no blanks, capital X, country code): two spellings give two indexes.
std::string blind_index(const KeyRing& ring, std::string_view purpose, std::string_view normalised_value);

}  // namespace expogate
