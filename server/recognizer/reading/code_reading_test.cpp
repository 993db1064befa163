#include "recognizer/reading/code_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/uscc.h"
#include "recognizer/reading/label.h"

namespace expogate::recognizer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CodeReading, FindsTheCodeWithinWhatStandsAround) {
  EXPECT_THAT(codes_in("统一社会信用代码 91330100799655058B"), ElementsAre("91330100799655058B"));
  EXPECT_THAT(codes_in("http://www.gsxt.gov.cn/index.html?uniscid=91330100799655058B"),
              ElementsAre("91330100799655058B"));
  EXPECT_THAT(codes_in("代码：９１３３０１００７９９６５５０５８Ｂ（1-1）"),
              ElementsAre("91330100799655058B"));
  EXPECT_THAT(codes_in("9133 0100 7996 5505 8B"), ElementsAre("91330100799655058B"));
}

TEST(CodeReading, ReadsLettersThatNoCodeHasAsTheDigitsTheyLookLike) {
  EXPECT_THAT(codes_in("9I33OIOO799655058B"), ElementsAre("91330100799655058B"));
  EXPECT_THAT(codes_in("91330100799ö55058B"), IsEmpty());
}

TEST(CodeReading, TakesNoWindowThatIsValidByChance) {
  ASSERT_TRUE(has_valid_check("Y12330106664253203"));
  EXPECT_THAT(codes_in("Y12330106664253203L"), ElementsAre("12330106664253203L"));
  EXPECT_THAT(codes_in("Y12330106664253203"), IsEmpty());
}

TEST(CodeReading, TakesNoCodeOfAClassThatPeopleReview) {
  ASSERT_TRUE(has_valid_check("11100000000013338W"));
  EXPECT_THAT(codes_in("11100000000013338W"), IsEmpty());
}

TEST(CodeReading, NeedsBothChecksAndAProvince) {
  auto with_wrong_organization =
      std::string("9133010079965506") + "8";  // the organization's check would be 6
  with_wrong_organization += uscc_check(with_wrong_organization);
  ASSERT_TRUE(has_valid_check(with_wrong_organization));
  EXPECT_THAT(codes_in(with_wrong_organization), IsEmpty());
  EXPECT_THAT(codes_in(complete_uscc("91990100", "79965505")), IsEmpty());
  EXPECT_THAT(codes_in(complete_uscc("91330100", "79965505")), ElementsAre("91330100799655058B"));
}

TEST(CodeReading, LooksRightOfTheLabelAndBelowIt) {
  auto place = code_place({{"营业执照", {800, 200, 400, 120}},
                           {"统一社公信用代码", {150, 330, 320, 40}},
                           {"9133010079965505", {500, 332, 400, 38}}},
                          2000);
  EXPECT_EQ(place.label.x, 150);
  ASSERT_EQ(place.windows.size(), 3u);
  EXPECT_GT(place.windows[0].right(), 900);
  EXPECT_GE(place.windows[1].y, 370);
  EXPECT_EQ(place.windows[2].x, 500);
}

TEST(CodeReading, LooksFirstWhereACodeWasRead) {
  auto place = code_place({{"91330100799655058B", {500, 332, 400, 38}}}, 2000);
  EXPECT_TRUE(place.label.is_empty());
  ASSERT_EQ(place.windows.size(), 1u);
  EXPECT_EQ(place.windows[0].x, 500);
}

TEST(Label, IsRecognizedWithMistakesAndNotInOtherText) {
  EXPECT_EQ(label_likeness("统一社会信用代码  91330100799655058B", "统一社会信用代码"), 1);
  EXPECT_GE(label_likeness("统一社公信用代码", "统一社会信用代码"), 0.8);
  EXPECT_LT(label_likeness("国家企业信用信息公示系统网址", "统一社会信用代码"), 0.6);
  EXPECT_EQ(label_likeness("", "统一社会信用代码"), 0);
  EXPECT_EQ(label_likeness("本", "注册资本"), 0.25);
}

}  // namespace
}  // namespace expogate::recognizer
