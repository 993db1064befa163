#include "recognizer/reading/name_reading.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace expogate::recognizer {
namespace {

constexpr Box code_label{150, 330, 320, 40};
constexpr int page_width = 2000;

/// The landscape licence as its lines are found: label and value apart, a second column to the right.
std::vector<TextLine> landscape() {
  return {{"统一社会信用代码", code_label},
          {"名 称", {150, 500, 160, 42}},
          {"上海鑫垚食品有限公司", {430, 502, 420, 40}},
          {"注册资本", {1320, 500, 170, 42}},
          {"人民币800万元整", {1590, 501, 300, 40}},
          {"类 型", {150, 590, 160, 42}},
          {"有限责任公司(国内合资)", {430, 592, 460, 40}}};
}

std::vector<Symbol> symbols_of(std::string_view text) {
  std::vector<Symbol> symbols;
  for (auto character : characters_of(text)) symbols.push_back({std::string(character), 99});
  return symbols;
}

std::string text_of(const std::vector<Symbol>& symbols) {
  std::string text;
  for (auto& symbol : symbols) text += symbol.text;
  return text;
}

TEST(NameReading, LooksRightOfTheLabelUpToTheNextColumn) {
  auto place = name_place(landscape(), code_label, page_width);
  ASSERT_EQ(place.rows.size(), 1u);
  EXPECT_EQ(place.rows[0].x, 430);
  EXPECT_EQ(place.rows[0].right(), 850);
  EXPECT_FALSE(place.begins_with_label);
}

TEST(NameReading, TakesAHospitalOfThePeopleForNoMoney) {
  auto lines = landscape();
  lines[2].text = "上海市第一人民医院";
  EXPECT_EQ(name_place(lines, code_label, page_width).rows.front().x, 430);
}

TEST(NameReading, TakesTheSecondLineOfALongName) {
  auto lines = landscape();
  lines[2].text = "上海鑫垚玥懿供应链管理股份有限";
  lines.push_back({"公司", {431, 545, 84, 40}});
  auto place = name_place(lines, code_label, page_width);
  ASSERT_EQ(place.rows.size(), 2u);
  EXPECT_EQ(place.rows[1].y, 545);
}

TEST(NameReading, DoesNotTakeTheNextRowForASecondLine) {
  auto lines = landscape();
  lines[2].text = "上海鑫垚食品有限公日";  // misread, so it does not look complete
  lines[5].box.y = lines[6].box.y = 550;
  EXPECT_EQ(name_place(lines, code_label, page_width).rows.size(), 1u);
}

TEST(NameReading, TakesLabelAndNameThatWereFoundAsOneLine) {
  auto place = name_place({{"名 称 上海鑫垚食品有限公司", {150, 500, 700, 42}}}, {}, page_width);
  ASSERT_EQ(place.rows.size(), 1u);
  EXPECT_TRUE(place.begins_with_label);
  EXPECT_EQ(place.rows[0].x, 150);
}

TEST(NameReading, LooksNowhereAboveTheCode) {
  auto lines = landscape();
  lines.insert(lines.begin(), {"职称", {150, 100, 160, 42}});
  EXPECT_EQ(name_place(lines, code_label, page_width).rows.front().y, 502);
}

TEST(NameReading, FindsANameWithoutLabelByItsEnd) {
  auto place = name_place({{"张三", {430, 700, 80, 40}}, {"上海鑫垚食品有限公司", {430, 502, 420, 40}}}, {},
                          page_width);
  ASSERT_EQ(place.rows.size(), 1u);
  EXPECT_EQ(place.rows[0].y, 502);
  EXPECT_TRUE(name_place({{"张三", {430, 700, 80, 40}}}, {}, page_width).rows.empty());
}

TEST(NameReading, KnowsHowNamesOfOrganizationsEnd) {
  for (auto name : {"上海鑫垚食品有限公司", "合伙企业（有限合伙）", "长沙市博物馆", "上海市第一人民医院"})
    EXPECT_TRUE(ends_like_an_organization(name)) << name;
  for (auto name : {"上海鑫垚食品有限", "有限责任公司(国内合资)", ""})
    EXPECT_FALSE(ends_like_an_organization(name)) << name;
}

TEST(NameReading, DropsTheLabelAndStrayMarks) {
  EXPECT_EQ(text_of(without_label(symbols_of("名称上海鑫垚"), true)), "上海鑫垚");
  EXPECT_EQ(text_of(without_label(symbols_of("|:上海鑫垚。"), false)), "上海鑫垚");
  EXPECT_EQ(text_of(without_label(symbols_of("（上海）有限合伙（有限合伙）"), false)),
            "（上海）有限合伙（有限合伙）");
  EXPECT_EQ(text_of(without_label(symbols_of("称心食品"), false)), "称心食品");
  EXPECT_EQ(text_of(without_label({}, true)), "");
}

}  // namespace
}  // namespace expogate::recognizer
