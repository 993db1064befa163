#include "platform/recognition/name_match.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace expogate {
namespace {

/// All read with certainty, but for the characters at the places given.
std::vector<Symbol> reading(std::string_view name, const std::vector<std::size_t>& unsure = {}) {
  std::vector<Symbol> symbols;
  for (auto character : characters_of(name)) symbols.push_back({std::string(character), 99});
  for (auto place : unsure) symbols[place].confidence = 89;
  return symbols;
}

TEST(NameMatch, AgreesWhateverTheWidthTheBracketsAndTheSpaces) {
  auto read = reading("阿克米（上海）医疗器械有限公司");
  EXPECT_TRUE(names_agree("阿克米（上海）医疗器械有限公司", read));
  EXPECT_TRUE(names_agree("阿克米(上海) 医疗器械有限公司", read));
  EXPECT_TRUE(names_agree("阿克米上海医疗器械有限公司", read));
  EXPECT_TRUE(names_agree("ＡＢ食品有限公司", reading("ab食品有限公司")));
}

TEST(NameMatch, ForgivesTwoCharactersThatWereReadWithDoubt) {
  EXPECT_TRUE(names_agree("上海鑫垚食品有限公司", reading("上海鑫圭食品有限公司", {3})));
  EXPECT_TRUE(names_agree("上海鑫垚食品有限公司", reading("上海金圭食品有限公司", {2, 3})));
  EXPECT_FALSE(names_agree("上海鑫垚玥食品有限公司", reading("上海金圭明食品有限公司", {2, 3, 4})));
}

TEST(NameMatch, ForgivesNoCharacterThatWasReadWithCertainty) {
  EXPECT_FALSE(names_agree("上海鑫垚食品有限公司", reading("上海鑫圭食品有限公司")));
  EXPECT_FALSE(names_agree("上海鑫垚食品有限公司", reading("上海金圭食品有限公司", {2})));
}

TEST(NameMatch, NeverForgivesOneMoreOrOneLess) {
  EXPECT_FALSE(names_agree("上海鑫垚食品有限公司", reading("上海鑫垚食品股份有限公司", {6, 7})));
  EXPECT_FALSE(names_agree("上海鑫垚食品有限公司北京分公司", reading("上海鑫垚食品有限公司")));
  EXPECT_FALSE(names_agree("上海鑫垚食品有限公司", reading("上海鑫食品有限公司", {2})));
}

TEST(NameMatch, ForgivesLessInAShortName) {
  EXPECT_TRUE(names_agree("上海图书馆", reading("上海因书馆", {2})));
  EXPECT_FALSE(names_agree("上海图书馆", reading("上梅因书馆", {1, 2})));
  EXPECT_FALSE(names_agree("图书馆", reading("因书馆", {0})));
}

TEST(NameMatch, AgreesWithNothingWhenThereIsNothing) {
  EXPECT_FALSE(names_agree("", {}));
  EXPECT_FALSE(names_agree("（）", reading("《》")));
  EXPECT_FALSE(names_agree("上海图书馆", {}));
}

}  // namespace
}  // namespace expogate
