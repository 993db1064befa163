#include "edition/entry_option.h"

#include <gtest/gtest.h>

namespace expogate::edition {
namespace {

EntryPrice price(BadgeType type, std::int64_t fen) {
  EntryPrice p;
  p.badge_type = type;
  p.fee_fen = fen;
  return p;
}

// EDN-04
TEST(Fee, IsTheBadgeTypesOwn) {
  std::vector prices{price(BadgeType::professional, 16000), price(BadgeType::vip, 0)};
  EXPECT_EQ(fee_of(prices, {BadgeType::professional, RegionType::mainland, false, {"2025-09-01"}}), 16000);
  EXPECT_EQ(fee_of(prices, {BadgeType::vip, RegionType::mainland, false, {"2025-09-01"}}), 0);
  EXPECT_FALSE(fee_of(prices, {BadgeType::staff, RegionType::mainland, false, {"2025-09-01"}}));
}

TEST(Fee, ThePriceThatSaysMostHolds) {
  auto reuse = price(BadgeType::professional, 0);
  reuse.reuse = true;
  auto early = price(BadgeType::professional, 12000);
  early.valid_to_on = CivilDate{"2025-07-31"};
  std::vector prices{price(BadgeType::professional, 16000), reuse, early};
  EXPECT_EQ(fee_of(prices, {BadgeType::professional, RegionType::foreign, false, {"2025-07-31"}}), 12000);
  EXPECT_EQ(fee_of(prices, {BadgeType::professional, RegionType::foreign, false, {"2025-08-01"}}), 16000);
  EXPECT_EQ(fee_of(prices, {BadgeType::professional, RegionType::foreign, true, {"2025-08-01"}}), 0);
}

TEST(Fee, TwoPricesForTheSamePeopleAreAMistake) {
  std::vector prices{price(BadgeType::professional, 16000), price(BadgeType::professional, 15000)};
  EXPECT_TRUE(has_doubled_price(prices));
  prices[1].region_type = RegionType::foreign;
  EXPECT_FALSE(has_doubled_price(prices));
}

}  // namespace
}  // namespace expogate::edition
