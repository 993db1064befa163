#include "base/sensitive.h"

namespace expogate {
namespace {

/// Keeps `head` and `tail` characters and stars what is between; starred altogether when too short for that.
std::string star_between(std::string_view text, std::size_t head, std::size_t tail, std::size_t stars) {
  if (text.size() <= head + tail) return std::string(text.size(), '*');
  return std::string(text.substr(0, head)) + std::string(stars, '*') +
         std::string(text.substr(text.size() - tail));
}

}  // namespace

std::string mask_mobile(std::string_view mobile) {
  return star_between(mobile, 3, 4, 4);
}

std::string mask_email(std::string_view email) {
  auto at = email.find('@');
  if (at == email.npos || at == 0) return std::string(email.size(), '*');
  return std::string(email.substr(0, 1)) + "****" + std::string(email.substr(at));
}

std::string mask_document(std::string_view number) {
  return star_between(number, 3, 3, number.size() > 6 ? number.size() - 6 : 0);
}

}  // namespace expogate
