#include "base/redaction.h"

#include "base/sensitive.h"

namespace expogate {
namespace {

constexpr std::size_t shortest_number = 7;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// What mail addresses are made of; whatever is not ASCII may be as well (RFC 6531).
bool is_of_address(char c) {
  constexpr std::string_view marks = "@.!#$%&'*+-/=?^_`{|}~";
  bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 || marks.find(c) != marks.npos;
}

std::string masked(std::string_view word) {
  if (word.find('@') != word.npos) return mask_email(word);
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    auto end = at;
    while (end < word.size() && is_digit(word[end])) ++end;
    auto number = word.substr(at, end - at);
    if (number.empty())
      out += word[at++];
    else
      out += number.size() < shortest_number ? std::string(number) : mask_mobile(number);
    at += number.size();
  }
  return out;
}

}  // namespace

std::string without_addresses(std::string_view reason) {
  std::string out;
  while (!reason.empty()) {
    std::size_t size = 0;
    while (size < reason.size() && is_of_address(reason[size])) ++size;
    if (size == 0) {
      out += reason.front();
      reason.remove_prefix(1);
      continue;
    }
    out += masked(reason.substr(0, size));
    reason.remove_prefix(size);
  }
  return out;
}

}  // namespace expogate
