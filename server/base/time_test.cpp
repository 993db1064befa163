#include "base/time.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

TEST(Time, WritesAndReadsTheSameInstant) {
  Instant at{1760976000123};
  EXPECT_EQ(to_rfc3339(at), "2025-10-20T16:00:00.123Z");
  EXPECT_EQ(parse_rfc3339("2025-10-20T16:00:00.123Z"), at);
}

TEST(Time, AcceptsAnyOffset) {
  EXPECT_EQ(parse_rfc3339("2025-10-21T00:00:00+08:00"), parse_rfc3339("2025-10-20T16:00:00Z"));
  EXPECT_EQ(parse_rfc3339("2025-10-20T12:30:00-03:30"), parse_rfc3339("2025-10-20T16:00:00Z"));
}

TEST(Time, RefusesWhatIsNotAnInstant) {
  for (auto text : {"", "2025-10-20", "2025-02-29T00:00:00Z", "2025-10-20T24:00:00Z", "2025-10-20T16:00:00",
                    "2025-10-20T16:00:00.Z", "2025-10-20T16:00:00+8:00", "2025-10-20 16:00:00Z"})
    EXPECT_FALSE(parse_rfc3339(text)) << text;
}

TEST(Time, KnowsWhichDaysExist) {
  EXPECT_TRUE(parse_civil_date("2024-02-29"));
  EXPECT_FALSE(parse_civil_date("2025-02-29"));
  EXPECT_FALSE(parse_civil_date("2025-1-01"));
}

TEST(Time, AShanghaiDayBeginsAtSixteenHoursUtcOfTheDayBefore) {
  auto start = shanghai_day_start({"2025-10-21"});
  EXPECT_EQ(to_rfc3339(start), "2025-10-20T16:00:00.000Z");
  EXPECT_EQ(shanghai_date(start), CivilDate{"2025-10-21"});
  EXPECT_EQ(shanghai_date(start - milliseconds(1)), CivilDate{"2025-10-20"});
  EXPECT_EQ(shanghai_text(start), "2025-10-21 00:00");
}

}  // namespace
}  // namespace expogate
