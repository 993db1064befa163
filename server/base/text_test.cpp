#include "base/text.h"

#include <gtest/gtest.h>

#include "base/id.h"
#include "base/sensitive.h"

namespace expogate {
namespace {

TEST(Text, AcceptsWellFormedUtf8) {
  for (auto text : {"", "abc", "é", "进博会", "𠅤"}) EXPECT_TRUE(is_clean_utf8(text)) << text;
}

TEST(Text, RefusesOverlongSurrogateTruncatedAndNul) {
  for (std::string_view text :
       {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xE8\xBF", "\xF5\x80\x80\x80", "\x80"})
    EXPECT_FALSE(is_clean_utf8(text));
  EXPECT_FALSE(is_clean_utf8(std::string_view("a\0b", 3)));
}

TEST(Text, CountsCharactersNotBytes) {
  EXPECT_EQ(code_points("进博会a"), 4u);
  EXPECT_EQ(characters_of("进a𠅤"), (std::vector<std::string_view>{"进", "a", "𠅤"}));
  EXPECT_TRUE(characters_of("").empty());
}

TEST(Sensitive, ShowsNoMoreThanTheRuleAllows) {
  EXPECT_EQ(mask_mobile("13812345678"), "138****5678");
  EXPECT_EQ(mask_mobile("12345"), "*****");
  EXPECT_EQ(mask_email("zhang@example.com"), "z****@example.com");
  EXPECT_EQ(mask_document("11010519491231002X"), "110************02X");
}

TEST(Id, SortsByTimeAndDoesNotRepeat) {
  auto earlier = new_id_text({1000}), later = new_id_text({2000});
  EXPECT_LT(earlier, later);
  EXPECT_EQ(earlier.size(), 26u);
  EXPECT_NE(new_id_text({1000}), new_id_text({1000}));
  EXPECT_TRUE(is_acceptable_id(earlier));
  EXPECT_FALSE(is_acceptable_id("a/b"));
}

TEST(Text, ABeginningEndsBetweenCharacters) {
  EXPECT_EQ(beginning_of("abc", 3), "abc");
  EXPECT_EQ(beginning_of("abcd", 3), "abc");
  EXPECT_EQ(beginning_of("进博会", 8), "进博");
  EXPECT_EQ(beginning_of("进博会", 6), "进博");
  EXPECT_EQ(beginning_of("进", 2), "");
}

}  // namespace
}  // namespace expogate
