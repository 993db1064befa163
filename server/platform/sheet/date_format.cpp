#include "platform/sheet/date_format.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>

#include "base/text.h"

namespace expogate::sheet {
namespace {

constexpr std::int64_t first_of_1970 = 25'569;
constexpr std::int64_t first_of_march_1900 = 61;  // before it, sheets count a day too many: 29 February 1900
constexpr double end_of_calendar = 2'958'466;     // the year 10000
constexpr std::int64_t seconds_of_day = 86'400;

/// `h`, `mm`, `ss` in brackets are spans of time; other brackets hold colours, conditions and locales.
bool is_elapsed_time(std::string_view bracket) {
  auto letters = ascii_lower(bracket);
  return !letters.empty() && letters.size() <= 2 && letters.find_first_not_of(letters[0]) == letters.npos &&
         std::string_view("hms").find(letters[0]) != std::string_view::npos;
}

}  // namespace

bool is_built_in_date_format(unsigned id) {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

bool is_date_format(std::string_view format) {
  bool is_quoted = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    char c = format[i];
    if (c == '"') is_quoted = !is_quoted;
    if (is_quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character stands for itself
    } else if (c == '[') {
      auto end = format.find(']', i);
      if (end == format.npos) return false;
      if (is_elapsed_time(format.substr(i + 1, end - i - 1))) return true;
      i = end;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::string iso_text(double serial) {
  if (!(serial >= 0 && serial < end_of_calendar)) return "";
  auto whole = static_cast<std::int64_t>(serial);
  auto second = std::llround((serial - static_cast<double>(whole)) * seconds_of_day);
  whole += second / seconds_of_day;
  second %= seconds_of_day;
  auto time = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
  if (whole == 0) return time;
  auto day = whole - first_of_1970 + (whole < first_of_march_1900 - 1 ? 1 : 0);
  std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  auto text =
      fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
  return second == 0 ? text : text + " " + time;
}

}  // namespace expogate::sheet
