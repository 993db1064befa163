#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace expogate {

// Bytes as text, RFC 4648. Decoding is strict: one text for one value, so no blanks, no line ends, no missing
// or superfluous padding, no bits set beyond the last byte. Nothing is returned for any other text.

/// `+` and `/`, padded with `=`.
std::string base64_encode(std::string_view bytes);
std::optional<std::string> base64_decode(std::string_view text);

/// `-` and `_`, without padding: fit for URLs, cookies and file names.
std::string base64url_encode(std::string_view bytes);
std::optional<std::string> base64url_decode(std::string_view text);

/// Capitals and 2 to 7, without padding, as authenticator apps want their secrets.
std::string base32_encode(std::string_view bytes);
std::optional<std::string> base32_decode(std::string_view text);

/// Lower case when written; both cases are read.
std::string hex_encode(std::string_view bytes);
std::optional<std::string> hex_decode(std::string_view text);

}  // namespace expogate
