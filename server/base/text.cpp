#include "base/text.h"

#include <cstdint>

namespace expogate {
namespace {

/// How many bytes follow a lead byte, and the smallest code point such a sequence may hold; -1 for no lead
/// byte.
int continuation_count(unsigned char lead, std::uint32_t& smallest) {
  if (lead < 0x80) return smallest = 0, 0;
  if ((lead & 0xE0) == 0xC0) return smallest = 0x80, 1;
  if ((lead & 0xF0) == 0xE0) return smallest = 0x800, 2;
  if ((lead & 0xF8) == 0xF0) return smallest = 0x10000, 3;
  return -1;
}

}  // namespace

bool is_clean_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    auto lead = static_cast<unsigned char>(text[i]);
    std::uint32_t smallest = 0;
    int following = continuation_count(lead, smallest);
    if (lead == 0 || following < 0 || i + std::size_t(following) >= text.size()) return false;
    std::uint32_t point = following == 0 ? lead : lead & (0x3Fu >> following);
    for (int k = 1; k <= following; ++k) {
      auto byte = static_cast<unsigned char>(text[i + std::size_t(k)]);
      if ((byte & 0xC0) != 0x80) return false;
      point = point << 6 | (byte & 0x3Fu);
    }
    bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (point < smallest || point > 0x10FFFF || is_surrogate) return false;
    i += 1 + std::size_t(following);
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (unsigned char c : text) count += (c & 0xC0) != 0x80;
  return count;
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t start = 0, end = 0; start < text.size(); start = end) {
    do ++end;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
    characters.push_back(text.substr(start, end - start));
  }
  return characters;
}

std::string_view beginning_of(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  auto end = most_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  auto first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
  return out;
}

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  return out;
}

// They stand in one block (U+FF01 to U+FF5E), the full-width space apart from it.
std::string half_width(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    auto character = text.substr(i, 3);
    if (character == "　") {
      result += ' ';
    } else if (character >= "！" && character <= "～") {
      bool is_second_half = character[1] == '\xBD';
      result += char((character[2] & 0x3F) + (is_second_half ? 0x60 : 0x20));
    } else {
      result += text[i++];
      continue;
    }
    i += character.size();
  }
  return result;
}

std::string fold_key(std::string_view text) {
  return ascii_lower(trimmed(text));
}

}  // namespace expogate
