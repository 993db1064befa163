#include "platform/sheet/sheet_day.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/text.h"
#include "platform/sheet/date_format.h"

namespace expogate {
namespace {

using Words = std::vector<std::string>;

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int value_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// Numbers and words, without what stands between them: blanks, strokes, points, 年 月 日.
Words words_of(std::string_view text) {
  Words words;
  bool continues = false, was_digit = false;
  for (char c : text) {
    bool is_digit = c >= '0' && c <= '9', is_letter = c >= 'a' && c <= 'z';
    if (is_digit || is_letter) {
      if (!continues || was_digit != is_digit) words.emplace_back();
      words.back() += c;
    }
    continues = is_digit || is_letter;
    was_digit = is_digit;
  }
  return words;
}

int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < months.size(); ++i)
    if (word.starts_with(months[i])) return int(i) + 1;
  return 0;
}

std::optional<CivilDate> day_of(int year, int month, int day) {
  return parse_civil_date(fmt::format("{:04}-{:02}-{:02}", year, month, day));
}

/// A year of two digits, as spreadsheet programs read it.
int full_year(const std::string& digits) {
  int year = value_of(digits);
  if (digits.size() > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/// Only midnight may follow a day, or the time that a moment has: it is left out.
std::string_view without_time(std::string_view text) {
  auto colon = text.find(':');
  if (colon == text.npos) return text;
  auto before = text.find_last_of(" t", colon);
  return before == text.npos ? text : text.substr(0, before);
}

}  // namespace

std::optional<CivilDate> parse_sheet_day(std::string_view cell) {
  constexpr std::size_t longest = 40, first_serial_digits = 4, last_serial_digits = 6, compact = 8;
  auto whole = ascii_lower(trimmed(half_width(cell)));
  if (whole.size() > longest) return std::nullopt;
  auto text = without_time(whole);
  auto words = words_of(text);
  if (words.size() == 1 && is_number(words[0]) && words[0] == text) {
    if (text.size() == compact)
      return day_of(value_of(text.substr(0, 4)), value_of(text.substr(4, 2)), value_of(text.substr(6)));
    bool is_serial = text.size() > first_serial_digits && text.size() <= last_serial_digits;
    return is_serial ? parse_civil_date(sheet::iso_text(value_of(text))) : std::nullopt;
  }
  if (words.size() != 3) return std::nullopt;
  bool are_numbers = std::all_of(words.begin(), words.end(), [](auto& word) { return is_number(word); });
  if (are_numbers)
    return words[0].size() == 4 ? day_of(value_of(words[0]), value_of(words[1]), value_of(words[2]))
                                : std::nullopt;
  if (int month = month_named(words[1]); month && is_number(words[0]) && is_number(words[2]))
    return day_of(full_year(words[2]), month, value_of(words[0]));
  if (int month = month_named(words[0]); month && is_number(words[1]) && is_number(words[2]))
    return day_of(full_year(words[2]), month, value_of(words[1]));
  return std::nullopt;
}

}  // namespace expogate
