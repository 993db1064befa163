#pragma once
#include <string>
#include <string_view>

#include "base/byte_source.h"

namespace expogate {

/// SHA-256, as 32 raw bytes.
std::string sha256(std::string_view bytes);

/// SHA-256, as 64 lower-case hexadecimal characters.
std::string sha256_hex(std::string_view bytes);

/// The same over everything that the source still gives.
std::string sha256_hex(ByteSource& source);

/// SHA-1, as 40 lower-case hexadecimal characters: for checksums that others give, never for secrets.
std::string sha1_hex(std::string_view bytes);

/// HMAC-SHA256, as 32 raw bytes.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

/// HMAC-SHA256, as 64 lower-case hexadecimal characters.
std::string hmac_sha256_hex(std::string_view key, std::string_view bytes);

/// A 32-byte key of its own for one purpose: HKDF-SHA256 (RFC 5869) without salt, `purpose` as info.
std::string hkdf_sha256(std::string_view key, std::string_view purpose);

/// Compares secrets without telling by its duration where they differ. Only the length is no secret.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace expogate
