#include "platform/wire/text_types.h"

#include <algorithm>

#include "base/text.h"
#include "platform/wire/field_errors.h"

namespace expogate::wire {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// What may stand in an address is kept narrow on purpose: no blanks, no control characters, no quotes or
/// brackets.
bool is_address_char(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("._%+-'&=~").find(c) != std::string_view::npos;
}

bool is_domain(std::string_view domain) {
  if (domain.find('.') == domain.npos || domain.front() == '.' || domain.back() == '.') return false;
  if (domain.find("..") != domain.npos) return false;
  return std::all_of(domain.begin(), domain.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
  });
}

}  // namespace

const ErrorCode* Email::check(std::string& value) {
  value = std::string(trimmed(half_width(value)));
  auto at = value.find('@');
  if (value.size() > 254 || at == value.npos || at == 0 || at > 64 || at + 1 == value.size())
    return &email_invalid;
  bool is_good = std::all_of(value.begin(), value.begin() + std::ptrdiff_t(at), is_address_char) &&
                 is_domain(std::string_view(value).substr(at + 1));
  return is_good ? nullptr : &email_invalid;
}

namespace {

/// `+1 (415) 555-0100`, `0044 (0)20 …` and `86 138…` as digits, with `+` where they name a country.
std::string dialled(std::string_view typed) {
  constexpr std::string_view marks = " -.()/";
  auto text = half_width(typed);
  // The zero in brackets is dialled only at home.
  if (auto home = text.find("(0)"); home != text.npos && home > 1) text.erase(home, 3);
  std::erase_if(text, [&](char c) { return marks.find(c) != marks.npos; });
  if (text.starts_with("00")) text.replace(0, 2, "+");
  constexpr std::size_t with_country = 13;
  if (text.size() == with_country && text.starts_with("861")) text.insert(0, "+");
  if (text.starts_with("+86")) text.erase(0, 3);
  return text;
}

}  // namespace

const ErrorCode* Mobile::check(std::string& value) {
  auto tidy = dialled(value);
  std::string_view digits = tidy;
  bool is_foreign = digits.starts_with('+');
  if (is_foreign) digits.remove_prefix(1);
  if (!is_all_digits(digits)) return &mobile_invalid;
  bool is_mainland = digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
  bool is_e164 = digits.size() >= 6 && digits.size() <= 15 && digits[0] != '0';
  if (!(is_foreign ? is_e164 : is_mainland)) return &mobile_invalid;
  value = tidy;
  return nullptr;
}

const ErrorCode* Secret::check(std::string& value) {
  return value.size() > 200 ? &field_too_long : nullptr;
}

}  // namespace expogate::wire
