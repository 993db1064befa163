#include "badge/badge_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/image/qr.h"

namespace expogate::badge {
namespace {

const Ed25519Key key(std::string(32, 'k'));
const CivilDate first_day{"2025-11-05"};

BadgeCode sample() {
  return {8, 123'456, edition::BadgeType::professional, 0b111110};
}

RC_GTEST_PROP(BadgeCode, IsReadAsItWasSigned, ()) {
  BadgeCode code{
      *rc::gen::inRange(1, 1000), *rc::gen::inRange<std::int64_t>(1, std::int64_t{1} << 40),
      *rc::gen::element(edition::BadgeType::professional, edition::BadgeType::staff, edition::BadgeType::vip),
      *rc::gen::arbitrary<EntryDays>()};
  RC_ASSERT(read_code(signed_code(code, key), key.public_key()) == code);
}

TEST(BadgeCode, NoOtherTextIsACode) {
  auto text = signed_code(sample(), key);
  EXPECT_EQ(read_code(" " + text + "\r\n", key.public_key()), sample());
  EXPECT_FALSE(read_code(text, Ed25519Key(std::string(32, 'o')).public_key()));
  for (std::size_t at = 0; at < text.size(); ++at) {
    auto changed = text;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(read_code(changed, key.public_key())) << at;
  }
  for (auto other : {"", "A", "https://fair.example/badge/1"})
    EXPECT_FALSE(read_code(other, key.public_key()));
  EXPECT_FALSE(read_code(text.substr(0, text.size() - 2), key.public_key()));
}

// A scanner's camera reads large modules from afar: no more than version 6.
TEST(BadgeCode, FitsASmallQrCode) {
  EXPECT_LE(make_qr_code(signed_code(sample(), key)).width, 41);
}

TEST(BadgeCode, KnowsItsDays) {
  edition::EntryOption option;
  option.from_on = {"2025-11-06"};
  option.to_on = {"2025-11-10"};
  auto days = entry_days(option, first_day);
  EXPECT_EQ(days, 0b111110);
  EXPECT_FALSE(opens_on(days, {"2025-11-05"}, first_day));
  EXPECT_TRUE(opens_on(days, {"2025-11-06"}, first_day));
  EXPECT_TRUE(opens_on(days, {"2025-11-10"}, first_day));
  EXPECT_FALSE(opens_on(days, {"2025-11-11"}, first_day));
  EXPECT_FALSE(opens_on(days, {"2025-10-31"}, first_day));
  EXPECT_FALSE(opens_on(days, {"2026-01-01"}, first_day));
}

}  // namespace
}  // namespace expogate::badge
