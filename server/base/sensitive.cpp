#include "base/sensitive.h"

#include "base/text.h"

namespace expogate {
namespace {

std::string joined(const std::vector<std::string_view>& characters, std::size_t from, std::size_t to) {
  std::string out;
  for (auto i = from; i < to; ++i) out += characters[i];
  return out;
}

/// Keeps `head` and `tail` characters and stars what is between; starred altogether when too short for that.
std::string star_between(const std::vector<std::string_view>& characters, std::size_t head, std::size_t tail,
                         std::size_t stars) {
  auto size = characters.size();
  if (size <= head + tail) return std::string(size, '*');
  return joined(characters, 0, head) + std::string(stars, '*') + joined(characters, size - tail, size);
}

}  // namespace

std::string mask_mobile(std::string_view mobile) {
  return star_between(characters_of(mobile), 3, 4, 4);
}

std::string mask_email(std::string_view email) {
  auto at = email.find('@');
  if (at == email.npos || at == 0) return std::string(code_points(email), '*');
  return std::string(characters_of(email).front()) + "****" + std::string(email.substr(at));
}

std::string mask_document(std::string_view number) {
  auto characters = characters_of(number);
  return star_between(characters, 3, 3, characters.size() > 6 ? characters.size() - 6 : 0);
}

std::string mask_account(std::string_view account) {
  std::string digits;
  for (char c : account)
    if (c >= '0' && c <= '9') digits += c;
  return "****" + (digits.size() > 4 ? digits.substr(digits.size() - 4) : "");
}

}  // namespace expogate
