#include "platform/wire/text_types.h"

#include <gtest/gtest.h>

namespace expogate::wire {
namespace {

std::string mobile(std::string typed) {
  return Mobile::check(typed) ? "refused" : typed;
}

TEST(Mobile, IsOneNumberHoweverPeopleWriteIt) {
  for (auto* typed : {"13812345678", "+86 138-1234-5678", "0086 138 1234 5678", "8613812345678",
                      "１３８１２３４５６７８", "138\u200B1234\u00A05678", "+86 (138) 1234.5678"})
    EXPECT_EQ(mobile(typed), "13812345678") << typed;
  for (auto* typed :
       {"+1 (415) 555-0100", "001 415 555 0100", "+1.415.555.0100", "＋１ ４１５ ５５５ ０１００"})
    EXPECT_EQ(mobile(typed), "+14155550100") << typed;
  EXPECT_EQ(mobile("+44 (0)20 7946 0958"), "+442079460958");
  EXPECT_EQ(mobile("+852 9123 4567"), "+85291234567");
}

TEST(Mobile, IsRefusedAndLeftAsTypedWhenItIsNone) {
  for (auto* typed :
       {"", "1380000待补", "12812345678", "+0123456789", "+1 415", "138123456789", "1381234567x"})
    EXPECT_EQ(mobile(typed), "refused") << typed;
  std::string draft = "1380000 待补";
  Mobile::check(draft);
  EXPECT_EQ(draft, "1380000 待补");
}

TEST(Email, IsTheSameInFullWidthAndWithInvisibleCharacters) {
  std::string typed = "\u200Bａｎｎａ＠example．com\u3000";
  EXPECT_EQ(Email::check(typed), nullptr);
  EXPECT_EQ(typed, "anna@example.com");
}

}  // namespace
}  // namespace expogate::wire
