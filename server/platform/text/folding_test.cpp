#include "platform/text/folding.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

TEST(Folding, LevelsWidthCaseBracketsAndSpaces) {
  auto folded = folded_name("上海ABC食品有限公司");
  EXPECT_EQ(folded, "上海abc食品有限公司");
  for (auto same : {"（上海）ＡＢＣ食品有限公司", "(上海)abc食品有限公司", "【上海】Abc 食品有限公司",
                    "上海　ABC食品\t有限公司", "上海·ABC-食品，有限公司。", "“上海ABC”食品《有限公司》"})
    EXPECT_EQ(folded_name(same), folded) << same;
}

TEST(Folding, LevelsHowALetterIsPutTogether) {
  EXPECT_EQ(folded_name("Ne\u0301stle\u0301"), "néstlé");
  EXPECT_EQ(folded_name("NÉSTLÉ"), "néstlé");
  EXPECT_EQ(folded_name("ﬁne ① ²"), "fine12");
  EXPECT_EQ(folded_name("Straße"), folded_name("STRASSE"));
  EXPECT_EQ(folded_name("ｱﾊﾞﾝｽ"), "アバンス");
}

TEST(Folding, DropsWhatCannotBeSeen) {
  EXPECT_EQ(folded_name("上\u200B海\uFEFF\u00AD"), "上海");
  EXPECT_EQ(folded_name("上海\u0301"), "上海");
}

TEST(Folding, SearchesWithoutAccents) {
  for (auto* name :
       {"Nguyễn Thị Ánh Đào", "NGUYEN THI ANH DAO", "Nguye\u0302\u0303n Thi\u0323 A\u0301nh Dao"})
    EXPECT_EQ(folded_for_search(name), "nguyenthianhdao") << name;
  EXPECT_EQ(folded_for_search("José Ørsted Łukasz Æsop"), "joseorstedlukaszaesop");
  EXPECT_EQ(folded_for_search("محمّد"), folded_for_search("محمد"));
  EXPECT_EQ(folded_for_search("ガス"), "ガス") << "another letter, not an accent";
  EXPECT_EQ(folded_for_search("한국"), "한국");
  EXPECT_EQ(folded_for_search("สมชาย์"), folded_name("สมชาย์"));
}

TEST(Folding, KeepsLettersOfEveryScript) {
  EXPECT_EQ(folded_name("บริษัท"), "บริษัท");
  EXPECT_EQ(folded_name("𠮷野家"), "𠮷野家");
  EXPECT_EQ(folded_name("〇〇七"), "〇〇七");
}

TEST(Folding, DistinguishesWhatIsDifferent) {
  EXPECT_NE(folded_name("上海鑫瑞有限公司"), folded_name("上海鑫端有限公司"));
  EXPECT_NE(folded_name("未来"), folded_name("末来"));
  EXPECT_EQ(folded_name("——（）"), "");
}

}  // namespace
}  // namespace expogate
