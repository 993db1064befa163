#include "organization/sme.h"

#include <gtest/gtest.h>

namespace expogate::organization {
namespace {

// 工信部联企业〔2011〕300号
TEST(SmeTest, WholesaleIsLargeFromTwoHundredPeopleAndFourHundredMillion) {
  EXPECT_EQ(is_small_or_medium({"51"}, 200, 40'000), false);
  EXPECT_EQ(is_small_or_medium({"51"}, 199, 40'000), true);
  EXPECT_EQ(is_small_or_medium({"51"}, 200, 39'999), true);
}

TEST(SmeTest, ASectorIsFoundByDivisionOrSection) {
  EXPECT_EQ(is_small_or_medium({"27"}, 1000, 40'000), false);
  EXPECT_EQ(is_small_or_medium({"C"}, 999, 40'000), true);
  EXPECT_EQ(is_small_or_medium({"63"}, 1999, 100'000), true);
  EXPECT_EQ(is_small_or_medium({"01"}, 3, 20'000), false) << "farming is judged by turnover alone";
}

TEST(SmeTest, WhereAssetsDecideNothingIsSaid) {
  EXPECT_EQ(is_small_or_medium({"70"}, 10, 200'000), std::nullopt);
  EXPECT_EQ(is_small_or_medium({"70"}, 10, 199'999), true) << "short of one bound is enough";
  EXPECT_EQ(is_small_or_medium({"72"}, 300, 1), std::nullopt);
}

TEST(SmeTest, ElsewhereThreeHundredPeopleAreLarge) {
  EXPECT_EQ(is_small_or_medium({"83"}, 299, 1), true);
  EXPECT_EQ(is_small_or_medium({"83"}, 300, 1), false);
  EXPECT_EQ(is_small_or_medium({}, 1, 1), std::nullopt);
}

}  // namespace
}  // namespace expogate::organization
