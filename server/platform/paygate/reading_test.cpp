#include <gtest/gtest.h>

#include "base/money.h"
#include "platform/paygate/amount.h"
#include "platform/paygate/form.h"
#include "platform/paygate/json_fields.h"
#include "platform/paygate/shanghai_time.h"

namespace expogate::paygate {
namespace {

TEST(Amount, IsReadOnlyWhenItIsWrittenPlainly) {
  EXPECT_EQ(parse_fen("0"), 0);
  EXPECT_EQ(parse_fen("16000"), 16000);
  EXPECT_EQ(parse_fen("999999999999999"), 999999999999999);
  for (auto wrong : {"", "-1", "+1", "1.0", "1e2", "01", " 1", "1 ", "0x1", "１", "1000000000000000"})
    EXPECT_EQ(parse_fen(wrong), std::nullopt) << wrong;
}

TEST(Amount, OfYuanHasAtMostTwoDecimals) {
  EXPECT_EQ(parse_yuan("160.00"), 16000);
  EXPECT_EQ(parse_yuan("0.01"), 1);
  EXPECT_EQ(parse_yuan("160"), 16000);
  EXPECT_EQ(parse_yuan("160.5"), 16050);
  EXPECT_EQ(parse_yuan("100000000.00"), 10'000'000'000);
  for (auto wrong : {"", ".", "1.", ".5", "1.234", "-0.01", "1e2", "1.2e1", "1,00", "00.10", "NaN"})
    EXPECT_EQ(parse_yuan(wrong), std::nullopt) << wrong;
}

TEST(Amount, ComesBackFromYuan) {
  for (std::int64_t fen : {0ll, 1ll, 99ll, 100ll, 101ll, 12345678901ll})
    EXPECT_EQ(parse_yuan(yuan_text(fen)), fen);
}

TEST(Form, IsReadAndWritten) {
  EXPECT_EQ(parse_form("b=1+2&a=%E5%85%83%26"), (Fields{{"a", "元&"}, {"b", "1 2"}}));
  EXPECT_EQ(form_of({{"b", "1 2+"}, {"a", "元&="}}), "a=%E5%85%83%26%3D&b=1%202%2B");
  EXPECT_EQ(plainly_joined({{"b", "1 2"}, {"a", "元"}}), "a=元&b=1 2");
  EXPECT_EQ(field({{"a", "1"}}, "b"), "");
}

TEST(Form, RefusesWhatIsSaidTwiceOrMalformed) {
  EXPECT_EQ(parse_form("a=1&a=1"), std::nullopt);
  EXPECT_EQ(parse_form("a=1&%61=2"), std::nullopt);
  EXPECT_EQ(parse_form("a=%zz"), std::nullopt);
  EXPECT_EQ(parse_form("a=%ff"), std::nullopt);
  EXPECT_EQ(parse_form("a=%00"), std::nullopt);
}

TEST(JsonFields, AreFoundByTheirPaths) {
  auto fields =
      JsonFields::parse(R"( {"a":{"total":16000,"currency":"CNY"},"list":[{"n":"x"},7],"z":null} )");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->amount("a.total"), 16000);
  EXPECT_EQ(fields->text("a.currency"), "CNY");
  EXPECT_EQ(fields->text("list[0].n"), "x");
  EXPECT_EQ(fields->amount("list[1]"), 7);
  EXPECT_EQ(fields->text("a.total"), "");
  EXPECT_EQ(fields->amount("a.currency"), std::nullopt);
  EXPECT_EQ(fields->text("z"), "");
}

TEST(JsonFields, TakeNoAmountThatIsNotPlainlyWhole) {
  auto fields = JsonFields::parse(
      R"({"a":1.0,"b":1e2,"c":-1,"d":18446744073709551615,"e":"1","f":true,"g":100000000000000000000})");
  ASSERT_TRUE(fields);
  for (auto name : {"a", "b", "c", "d", "e", "f", "g", "none"}) EXPECT_EQ(fields->amount(name), std::nullopt);
}

TEST(JsonFields, RefuseWhatIsAmbiguous) {
  for (auto wrong : {R"({"a":1,"a":2})", R"({"a":{"b":1},"a":{"c":1}})", R"({"a.b":1})", R"({"a[0]":1})",
                     R"({"a":{"b":1,"\u0062":2}})", "[]", "\"a\"", "1", "", "{", "{} {}", "{\"a\":1}x"})
    EXPECT_FALSE(JsonFields::parse(wrong)) << wrong;
}

TEST(JsonFields, AValueIsFoundAsItIsWritten) {
  auto json = R"({"sign":"x\"}","r": {"a":"}\",{","b":[1,{"r":2}]} ,"n" : 12 ,"t":"u"})";
  EXPECT_EQ(written_value(json, "r"), R"({"a":"}\",{","b":[1,{"r":2}]})");
  EXPECT_EQ(written_value(json, "n"), "12");
  EXPECT_EQ(written_value(json, "t"), R"("u")");
  EXPECT_EQ(written_value(json, "a"), "");
  EXPECT_EQ(written_value("{}", "a"), "");
}

TEST(ShanghaiTime, IsReadAndWritten) {
  auto at = *parse_rfc3339("2025-12-31T18:05:09Z");
  EXPECT_EQ(rfc3339_of_shanghai(at), "2026-01-01T02:05:09+08:00");
  EXPECT_EQ(spaced_time(at), "2026-01-01 02:05:09");
  EXPECT_EQ(compact_time(at), "20260101020509");
  EXPECT_EQ(parse_spaced_time("2026-01-01 02:05:09"), at);
  EXPECT_EQ(parse_compact_time("20260101020509"), at);
  EXPECT_EQ(parse_compact_time("20260230020509"), std::nullopt);
  EXPECT_EQ(parse_spaced_time("2026-01-01T02:05:09"), std::nullopt);
}

}  // namespace
}  // namespace expogate::paygate
