#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace expogate {

/// True when the bytes are well-formed UTF-8 without NUL. Checked once, at the system's edge.
bool is_clean_utf8(std::string_view text);

/// Characters as people count them (code points).
std::size_t code_points(std::string_view text);

/// The same, one by one; each refers to `text`, which is well-formed UTF-8.
std::vector<std::string_view> characters_of(std::string_view text);

/// The longest beginning of at most so many bytes that ends between two characters.
std::string_view beginning_of(std::string_view text, std::size_t most_bytes);

/// Without blanks of any script, line ends and invisible characters at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; other bytes as they are.
std::string ascii_lower(std::string_view text);

/// ASCII letters in upper case; other bytes as they are.
std::string ascii_upper(std::string_view text);

/// As a code is meant, however it was typed or pasted: full-width forms of ASCII, blanks and dashes of every
/// kind as ASCII, without invisible characters; other characters as they are.
std::string half_width(std::string_view text);

/// What a name is looked up by: trimmed, in half width and ASCII-lower-cased.
std::string fold_key(std::string_view text);

}  // namespace expogate
