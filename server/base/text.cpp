#include "base/text.h"

#include "base/characters.h"

namespace expogate {
bool is_clean_utf8(std::string_view text) {
  while (!text.empty()) {
    auto character = first_character(text);
    if (character.is_broken || character.point == 0) return false;
    text.remove_prefix(character.bytes);
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
  auto goes = [](char32_t point) { return is_blank(point) || is_invisible(point); };
  while (!text.empty()) {
    auto first = first_character(text);
    if (!goes(first.point)) break;
    text.remove_prefix(first.bytes);
  }
  while (!text.empty()) {
    auto last = last_character(text);
    if (!goes(last.point)) break;
    text.remove_suffix(last.bytes);
  }
  return text;
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

namespace {

/// The full-width forms stand in one block (U+FF01 to U+FF5E).
char32_t half_width_of(char32_t point) {
  if (point >= 0xFF01 && point <= 0xFF5E) return point - 0xFF01 + '!';
  bool is_dash =
      (point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0xFE58 || point == 0xFE63;
  if (is_dash) return '-';
  return is_blank(point) ? ' ' : point;
}

}  // namespace

std::string half_width(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    auto character = first_character(text);
    if (character.is_broken)
      result += text[0];
    else if (!is_invisible(character.point))
      append_character(result, half_width_of(character.point));
    text.remove_prefix(character.bytes);
  }
  return result;
}

std::string fold_key(std::string_view text) {
  return ascii_lower(trimmed(half_width(text)));
}

}  // namespace expogate
