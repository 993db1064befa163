#include "base/uscc.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace expogate {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

char any_character() {
  return alphabet[*rc::gen::inRange<std::size_t>(0, alphabet.size())];
}

std::string any_code() {
  std::string organization;
  while (organization.size() < 8) organization += any_character();
  return complete_uscc("91" + std::to_string(*rc::gen::inRange(100000, 999999)), organization);
}

TEST(Uscc, AcceptsCodesInUse) {
  for (auto code : {"91350100M000100Y43", "91330100799655058B", "9144030071526726XG", "914403001922038216",
                    "91110000802100433B", "91110108551385082Q", "11100000000013338W"}) {
    EXPECT_TRUE(has_valid_check(code)) << code;
    EXPECT_TRUE(has_known_division(code)) << code;
  }
}

TEST(Uscc, RefusesTheMisprintOfTheStandardAndOtherShapes) {
  for (auto code : {"91350100M000100Y4Z", "91330100799655058C", "9133010079965505B", "91330100799655058BB",
                    "", "9133O100799655058B", "91330A00799655058B", "91330100799655058b"})
    EXPECT_FALSE(has_valid_check(code)) << code;
}

TEST(Uscc, HasTwoChecks) {
  constexpr auto of_a_pilot_area = "91350100M0001TGQXM";
  EXPECT_FALSE(has_valid_check(of_a_pilot_area));
  EXPECT_TRUE(has_valid_organization_code(of_a_pilot_area));
  EXPECT_FALSE(has_valid_organization_code("91330100799655068B"));
}

TEST(Uscc, KnowsTheProvinces) {
  EXPECT_TRUE(has_known_division("91330100799655058B"));
  EXPECT_FALSE(has_known_division("91990100799655058B"));
  EXPECT_FALSE(has_known_division("91010100799655058B"));
}

TEST(Uscc, IsNormalizedFromWhatPeopleType) {
  for (auto typed : {"９１３３０１００７９９６５５０５８Ｂ", " 91330100-79965505-8b ",
                     "91330100 7996 5505 8B", "91330100799655058ｂ", "　91330100799655058B\r\n"})
    EXPECT_EQ(normalized_uscc(typed), "91330100799655058B") << typed;
  EXPECT_EQ(normalized_uscc("上海"), "上海");
}

RC_GTEST_PROP(UsccProperties, ACompletedCodeIsValid, ()) {
  auto code = any_code();
  RC_ASSERT(has_valid_check(code));
  RC_ASSERT(has_valid_organization_code(code));
}

RC_GTEST_PROP(UsccProperties, AnyChangedCharacterIsNoticed, ()) {
  auto code = any_code();
  auto& changed = code[*rc::gen::inRange<std::size_t>(0, code.size())];
  auto other = any_character();
  RC_PRE(other != changed);
  changed = other;
  RC_ASSERT(!has_valid_check(code));
}

}  // namespace
}  // namespace expogate
