#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace expogate {

/// What a text begins with. Bytes that are no UTF-8 are one character of one byte, which is `broken`.
struct Character {
  char32_t point = 0;
  std::size_t bytes = 0;
  bool is_broken = false;
};

constexpr char32_t replacement_character = 0xFFFD;

/// Of a text that is not empty.
Character first_character(std::string_view text);

/// What a text ends with; of a text that is not empty.
Character last_character(std::string_view text);

void append_character(std::string& text, char32_t point);

/// White space of every script, line ends among it, and letters that are drawn as nothing but room (Hangul
/// fillers, the empty Braille pattern).
bool is_blank(char32_t point);

/// Characters without width that paste brings along and nobody means: zero-width spaces, byte order marks,
/// soft hyphens. Joiners are not among them: some scripts are written with them.
bool is_invisible(char32_t point);

/// The text with U+FFFD for whatever is no UTF-8.
std::string well_formed(std::string_view text);

/// The same, with U+FFFD also for what no file of ours can hold (NUL, U+FFFE, U+FFFF).
std::string legible(std::string_view text);

}  // namespace expogate
