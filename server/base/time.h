#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace expogate {

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Columns and members of this type end in `_at`.
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};

/// A span of time in milliseconds.
struct Duration {
  std::int64_t ms = 0;
  auto operator<=>(const Duration&) const = default;
};

constexpr Duration milliseconds(std::int64_t n) {
  return {n};
}
constexpr Duration seconds(std::int64_t n) {
  return {n * 1000};
}
constexpr Duration minutes(std::int64_t n) {
  return seconds(n * 60);
}
constexpr Duration hours(std::int64_t n) {
  return minutes(n * 60);
}
constexpr Duration days(std::int64_t n) {
  return hours(n * 24);
}

constexpr Instant operator+(Instant at, Duration span) {
  return {at.ms + span.ms};
}
constexpr Instant operator-(Instant at, Duration span) {
  return {at.ms - span.ms};
}
constexpr Duration operator-(Instant later, Instant earlier) {
  return {later.ms - earlier.ms};
}

/// A day of the calendar without a clock time, as ISO text `2025-11-06`. Members of this type end in `_on`.
struct CivilDate {
  std::string text;
  auto operator<=>(const CivilDate&) const = default;
};

/// RFC 3339 in UTC with milliseconds: `2025-10-20T16:00:00.000Z`.
std::string to_rfc3339(Instant at);

/// Accepts RFC 3339 with any offset and up to nine fraction digits; nothing when the text is not a real
/// instant.
std::optional<Instant> parse_rfc3339(std::string_view text);

/// Nothing when the text is not a day that exists (2025-02-29 does not).
std::optional<CivilDate> parse_civil_date(std::string_view text);

/// The fair lives in its own zone, set once when the program has read whose fair it is (INS-01);
/// Asia/Shanghai before. False when the machine does not know the zone.
bool is_time_zone(const std::string& iana_name);
void set_fair_zone(const std::string& iana_name);

/// The day it is at the fair at this moment, and `2025-10-20 23:59` for messages.
CivilDate fair_date(Instant at);
std::string fair_text(Instant at);

/// How many days lie between two of the calendar; negative when `to` is the earlier one.
int days_between(const CivilDate& from, const CivilDate& to);
/// The day after it in the calendar.
CivilDate next_day(const CivilDate& day);

/// The moments at which this day begins at the fair, and the next one; 23 to 25 hours lie between.
Instant fair_day_start(const CivilDate& day);
Instant fair_day_end(const CivilDate& day);
/// So many minutes after midnight by the fair's clocks.
Instant fair_moment(const CivilDate& day, int minute_of_day);

/// Payment providers of China book by the days of Shanghai wherever a fair is: UTC+8 all the year, no
/// daylight saving since 1991.
constexpr Duration shanghai_offset = hours(8);

/// The day it is in Shanghai at this moment.
CivilDate shanghai_date(Instant at);

/// `2025-10-20 24:00` style text for messages, in Shanghai time: `2025-10-20 23:59`.
std::string shanghai_text(Instant at);

/// The moment at which this day begins in Shanghai.
Instant shanghai_day_start(const CivilDate& day);

/// Where "now" comes from. Everything that depends on time takes a Clock, so that 20 October can be tested in
/// June.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// The machine's clock, moved by a fixed offset: the time machine (BUR-02) shows the site of another day.
class SystemClock final : public Clock {
 public:
  explicit SystemClock(Duration offset = {}) : offset_(offset) {}
  Instant now() const override;

 private:
  Duration offset_;
};

}  // namespace expogate
