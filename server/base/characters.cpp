#include "base/characters.h"

#include <algorithm>

namespace expogate {
namespace {

/// How many bytes follow a lead byte, and the smallest code point such a sequence may hold; -1 for no lead
/// byte.
int continuation_count(unsigned char lead, char32_t& smallest) {
  if (lead < 0x80) return smallest = 0, 0;
  if ((lead & 0xE0) == 0xC0) return smallest = 0x80, 1;
  if ((lead & 0xF0) == 0xE0) return smallest = 0x800, 2;
  if ((lead & 0xF8) == 0xF0) return smallest = 0x10000, 3;
  return -1;
}

constexpr Character broken_byte{replacement_character, 1, true};

/// Other controls have a spelling of their own in sheets.
bool is_in_files(char32_t point) {
  return point != 0 && point != 0xFFFE && point != 0xFFFF;
}

template <class Stays>
std::string with_replacements(std::string_view text, Stays&& stays) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    auto character = first_character(text);
    append_character(out, stays(character) ? character.point : replacement_character);
    text.remove_prefix(character.bytes);
  }
  return out;
}

}  // namespace

Character first_character(std::string_view text) {
  auto lead = static_cast<unsigned char>(text[0]);
  char32_t smallest = 0;
  int following = continuation_count(lead, smallest);
  if (following < 0 || std::size_t(following) >= text.size()) return broken_byte;
  char32_t point = following == 0 ? lead : lead & (0x3Fu >> following);
  for (int k = 1; k <= following; ++k) {
    auto byte = static_cast<unsigned char>(text[std::size_t(k)]);
    if ((byte & 0xC0) != 0x80) return broken_byte;
    point = point << 6 | (byte & 0x3Fu);
  }
  bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest || point > 0x10FFFF || is_surrogate) return broken_byte;
  return {point, 1 + std::size_t(following), false};
}

Character last_character(std::string_view text) {
  constexpr std::size_t longest = 4;
  for (std::size_t bytes = 1; bytes <= std::min(longest, text.size()); ++bytes) {
    auto character = first_character(text.substr(text.size() - bytes));
    if (!character.is_broken && character.bytes == bytes) return character;
  }
  return broken_byte;
}

void append_character(std::string& text, char32_t point) {
  if (point < 0x80) {
    text += char(point);
    return;
  }
  if (point < 0x800) {
    text += char(0xC0 | point >> 6);
  } else if (point < 0x10000) {
    text += char(0xE0 | point >> 12);
    text += char(0x80 | (point >> 6 & 0x3F));
  } else {
    text += char(0xF0 | point >> 18);
    text += char(0x80 | (point >> 12 & 0x3F));
    text += char(0x80 | (point >> 6 & 0x3F));
  }
  text += char(0x80 | (point & 0x3F));
}

bool is_blank(char32_t point) {
  if (point < 0x80) return point == ' ' || (point >= 0x09 && point <= 0x0D);
  if (point >= 0x2000 && point <= 0x200A) return true;
  switch (point) {
    case 0x85:
    case 0xA0:
    case 0x115F:  // Hangul fillers
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x2800:  // the Braille pattern without dots
    case 0x3000:
      return true;
    default:
      return false;
  }
}

bool is_invisible(char32_t point) {
  if (point >= 0x2060 && point <= 0x2064) return true;
  return point == 0xAD || point == 0x34F || point == 0x180E || point == 0x200B || point == 0xFEFF;
}

std::string well_formed(std::string_view text) {
  return with_replacements(text, [](const Character& c) { return !c.is_broken; });
}

std::string legible(std::string_view text) {
  return with_replacements(text, [](const Character& c) { return !c.is_broken && is_in_files(c.point); });
}

}  // namespace expogate
