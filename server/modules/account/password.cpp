#include "account/password.h"

#include <zxcvbn.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace expogate::account {
namespace {

/// What a guesser needs at least, in bits: zxcvbn knows the passwords that have leaked, words, names,
/// keyboards and years, and how people ornament them.
constexpr double min_guess_bits = 24;
/// What Chinese guessers try first and its English dictionaries do not know.
constexpr const char* more_words[] = {"woaini", "woaini1314", "mima", "wodemima", "5201314", "nihao"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_symbol(char c) {
  return !is_letter(c) && !is_digit(c) && static_cast<unsigned char>(c) > ' ';
}

bool is_common(const std::string& password, const std::string& login_name) {
  std::vector<const char*> words(std::begin(more_words), std::end(more_words));
  words.push_back(login_name.c_str());
  words.push_back(nullptr);
  return ZxcvbnMatch(password.c_str(), words.data(), nullptr) < min_guess_bits;
}

}  // namespace

const ErrorCode* why_not_password(std::string_view password, std::string_view login_name) {
  bool is_strong = code_points(password) >= 8 && std::any_of(password.begin(), password.end(), is_letter) &&
                   std::any_of(password.begin(), password.end(), is_digit) &&
                   std::any_of(password.begin(), password.end(), is_symbol);
  if (!is_strong) return &password_weak;
  auto lower = ascii_lower(password), name = fold_key(login_name);
  if (name.size() >= 4 && lower.find(name) != lower.npos) return &password_like_name;
  return is_common(std::string(password), name) ? &password_common : nullptr;
}

}  // namespace expogate::account
