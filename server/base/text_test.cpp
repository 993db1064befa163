#include "base/text.h"

#include <gtest/gtest.h>

#include "base/characters.h"
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

TEST(Sensitive, CutsBetweenCharactersWhateverWasTyped) {
  EXPECT_EQ(mask_mobile("1380000待补"), "138****00待补");
  EXPECT_EQ(mask_mobile("待补"), "**");
  EXPECT_EQ(mask_email("张@例子.公司"), "张****@例子.公司");
  EXPECT_EQ(mask_email("待补"), "**");
  EXPECT_EQ(mask_document("E号码待补"), "*****");
  EXPECT_EQ(mask_document("护照号码待补充"), "护照号*待补充");
  EXPECT_EQ(mask_account("6222 0000 1111（基本户）"), "****1111");
  EXPECT_EQ(mask_account("待补"), "****");
  for (auto* typed : {"1380000待补", "E号码待补", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", "é@é", "6222（基本户）"})
    for (auto* mask : {mask_mobile, mask_email, mask_document, mask_account})
      EXPECT_TRUE(is_clean_utf8(mask(typed))) << typed;
}

TEST(Text, IsTrimmedOfBlanksOfEveryScriptAndOfWhatCannotBeSeen) {
  EXPECT_EQ(trimmed("\u3000\u00A0 张　三\u200B\uFEFF\r\n"), "张　三");
  for (auto* nothing : {"", " ", "\u200B", "\u3164", "\u2800\u3000"}) EXPECT_EQ(trimmed(nothing), "");
  EXPECT_EQ(trimmed("\xFF a \x80"), "\xFF a \x80") << "also what is no UTF-8 has ends";
}

TEST(Text, IsLegibleInAnyFile) {
  EXPECT_EQ(legible("a\xE5\xBC b\uFFFF\a\n"), "a\uFFFD\uFFFD b\uFFFD\a\n");
  EXPECT_EQ(well_formed("a\xE5\xBC b\a"), "a\uFFFD\uFFFD b\a");
}

TEST(Text, ACodeIsTheSameInEveryWidth) {
  EXPECT_EQ(half_width("ＡＢＣ　１２\u2011３\u200B"), "ABC 12-3");
  EXPECT_EQ(fold_key("\u200BＢｕｒｅａｕ\u3000"), "bureau");
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
