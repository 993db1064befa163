#include "base/time.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace expogate {
namespace {

using std::chrono::sys_days;

/// Set at start, before there are threads; by far the commonest zone needs no table of the system.
bool fair_zone_is_shanghai = true;

/// Reads exactly `width` digits at `position`.
std::optional<int> digits(std::string_view text, std::size_t position, std::size_t width) {
  if (position + width > text.size()) return std::nullopt;
  int value = 0;
  for (char c : text.substr(position, width)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<sys_days> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                                   std::chrono::day(unsigned(*day))};
  if (!date.ok()) return std::nullopt;
  return sys_days{date};
}

std::string day_text(sys_days day) {
  std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

sys_days day_of(Instant at) {
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{at.ms}});
}

Instant start_of(sys_days day) {
  return {std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count()};
}

/// `Z`, `+08:00` or `-03:30` as milliseconds; nothing when malformed.
std::optional<Duration> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return Duration{};
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  auto hour = digits(text, 1, 2), minute = digits(text, 4, 2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  Duration offset{hours(*hour).ms + minutes(*minute).ms};
  return text[0] == '-' ? Duration{-offset.ms} : offset;
}

/// `.5`, `.123456789` or nothing, in milliseconds; advances `position` behind it.
std::optional<int> parse_fraction(std::string_view text, std::size_t& position) {
  if (position >= text.size() || text[position] != '.') return 0;
  std::size_t first = ++position;
  int ms = 0;
  for (int scale = 100; position < text.size() && text[position] >= '0' && text[position] <= '9';
       ++position) {
    ms += (text[position] - '0') * scale;
    scale /= 10;
  }
  std::size_t count = position - first;
  if (count == 0 || count > 9) return std::nullopt;
  return ms;
}

}  // namespace

std::string to_rfc3339(Instant at) {
  auto day = day_of(at);
  auto rest = at.ms - start_of(day).ms;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", day_text(day), rest / 3'600'000, rest / 60'000 % 60,
                     rest / 1000 % 60, rest % 1000);
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':')
    return std::nullopt;
  auto day = parse_day(text.substr(0, 10));
  auto hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
  if (!day || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  std::size_t position = 19;
  auto fraction = parse_fraction(text, position);
  if (!fraction) return std::nullopt;
  auto offset = parse_offset(text.substr(position));
  if (!offset) return std::nullopt;
  auto local = start_of(*day) + hours(*hour) + minutes(*minute) + seconds(*second) + milliseconds(*fraction);
  return local - *offset;
}

std::optional<CivilDate> parse_civil_date(std::string_view text) {
  if (!parse_day(text)) return std::nullopt;
  return CivilDate{std::string(text)};
}

bool is_time_zone(const std::string& name) {
  bool is_inside = !name.empty() && name.front() != '/' && name.find("..") == name.npos;
  return is_inside && std::filesystem::is_regular_file("/usr/share/zoneinfo/" + name);
}

void set_fair_zone(const std::string& name) {
  fair_zone_is_shanghai = name == "Asia/Shanghai";
  setenv("TZ", name.c_str(), 1);
  tzset();
}

CivilDate fair_date(Instant at) {
  return {fair_text(at).substr(0, 10)};
}

std::string fair_text(Instant at) {
  if (fair_zone_is_shanghai) return shanghai_text(at);
  auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::milliseconds{at.ms}).count();
  auto time = std::time_t(seconds);
  std::tm local{};
  localtime_r(&time, &local);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", local.tm_year + 1900, local.tm_mon + 1, local.tm_mday,
                     local.tm_hour, local.tm_min);
}

Instant fair_day_start(const CivilDate& day) {
  return fair_moment(day, 0);
}

Instant fair_day_end(const CivilDate& day) {
  return fair_moment(next_day(day), 0);
}

Instant fair_moment(const CivilDate& day, int minute_of_day) {
  auto parsed = parse_day(day.text);
  if (!parsed) return {};
  if (fair_zone_is_shanghai) return start_of(*parsed) - shanghai_offset + minutes(minute_of_day);
  std::chrono::year_month_day date{*parsed};
  std::tm local{};
  local.tm_year = int(date.year()) - 1900;
  local.tm_mon = int(unsigned(date.month())) - 1;
  local.tm_mday = int(unsigned(date.day()));
  local.tm_hour = minute_of_day / 60;
  local.tm_min = minute_of_day % 60;
  local.tm_isdst = -1;
  return {std::int64_t(std::mktime(&local)) * 1000};
}

int days_between(const CivilDate& from, const CivilDate& to) {
  auto first = parse_day(from.text), last = parse_day(to.text);
  return first && last ? int((*last - *first).count()) : 0;
}

CivilDate next_day(const CivilDate& day) {
  auto parsed = parse_day(day.text);
  return parsed ? CivilDate{day_text(*parsed + std::chrono::days(1))} : day;
}

CivilDate shanghai_date(Instant at) {
  return {day_text(day_of(at + shanghai_offset))};
}

std::string shanghai_text(Instant at) {
  auto text = to_rfc3339(at + shanghai_offset);
  return text.substr(0, 10) + " " + text.substr(11, 5);
}

Instant shanghai_day_start(const CivilDate& day) {
  auto parsed = parse_day(day.text);
  return parsed ? start_of(*parsed) - shanghai_offset : Instant{};
}

Instant SystemClock::now() const {
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()} + offset_;
}

}  // namespace expogate
