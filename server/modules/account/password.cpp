#include "account/password.h"

#include <algorithm>
#include <array>

#include "base/id.h"
#include "base/text.h"

namespace expogate::account {
namespace {

// The usual words that lists of leaked passwords begin with; digits and symbols around them do not make them
// better.
constexpr auto common_words = std::to_array<std::string_view>(
    {"password",      "passw0rd", "p@ssw0rd", "p@ssword", "qwerty",   "qwertyuiop", "asdfgh",   "zxcvbn",
     "1qaz2wsx",      "abc123",   "abcd1234", "iloveyou", "woaini",   "welcome",    "letmein",  "admin",
     "administrator", "root",     "test",     "user",     "guest",    "login",      "master",   "dragon",
     "monkey",        "sunshine", "princess", "football", "baseball", "superman",   "changeme", "secret",
     "default",       "ciie",     "jinbohui", "expo",     "china",    "shanghai",   "beijing"});

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_symbol(char c) {
  return !is_letter(c) && !is_digit(c) && static_cast<unsigned char>(c) > ' ';
}

/// `Admin@123` and `admin!2025` are the word `admin` with ornaments: only the letters count.
bool is_common(std::string_view password) {
  auto lower = ascii_lower(password);
  std::string letters;
  std::copy_if(lower.begin(), lower.end(), std::back_inserter(letters), is_letter);
  return std::any_of(common_words.begin(), common_words.end(), [&](auto word) {
    return letters == word || (lower.starts_with(word) && lower.size() <= word.size() + 5);
  });
}

}  // namespace

const ErrorCode* why_not_password(std::string_view password, std::string_view login_name) {
  bool is_strong = code_points(password) >= 8 && std::any_of(password.begin(), password.end(), is_letter) &&
                   std::any_of(password.begin(), password.end(), is_digit) &&
                   std::any_of(password.begin(), password.end(), is_symbol);
  if (!is_strong) return &password_weak;
  auto lower = ascii_lower(password), name = fold_key(login_name);
  if (name.size() >= 4 && lower.find(name) != lower.npos) return &password_like_name;
  return is_common(password) ? &password_common : nullptr;
}

std::string new_initial_password() {
  static constexpr std::string_view letters = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz",
                                    digits = "23456789", symbols = "#%+-=?@";
  auto pick = [](std::string_view from) {
    return from[std::size_t(std::stoul(random_hex(4), nullptr, 16)) % from.size()];
  };
  std::string password;
  for (int i = 0; i < 8; ++i) password += pick(letters);
  for (int i = 0; i < 3; ++i) password += pick(digits);
  return password + pick(symbols);
}

}  // namespace expogate::account
