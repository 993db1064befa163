#include "platform/wire/codec.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "platform/wire/page_query.h"

namespace expogate::wire {

enum class Taste { sweet, very_sour };
BOOST_DESCRIBE_ENUM(Taste, sweet, very_sour)

struct Price {
  std::string label;
  std::int64_t fee_fen = 0;
};
BOOST_DESCRIBE_STRUCT(Price, (), (label, fee_fen))

struct Fruit {
  Text<2, 5> name;
  Taste taste = Taste::sweet;
  int pieces = 0;
  std::int64_t grams = 0;
  bool ripe = false;
  Instant picked_at;
  CivilDate sold_on;
  AccountId owner;
  Email email;
  std::vector<Price> prices;
  std::optional<std::string> remark;
  std::optional<Price> best_price;
};
BOOST_DESCRIBE_STRUCT(Fruit, (),
                      (name, taste, pieces, grams, ripe, picked_at, sold_on, owner, email, prices, remark,
                       best_price))

struct FruitQuery : PageQuery {
  std::optional<Taste> taste;
  std::optional<bool> ripe;
  std::vector<std::string> ids;
  std::vector<int> sizes;
};
BOOST_DESCRIBE_STRUCT(FruitQuery, (PageQuery), (taste, ripe, ids, sizes))

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string good =
    R"({"name":" 雪梨 ","taste":"very_sour","pieces":-3,"grams":9007199254740993,"ripe":true,
  "picked_at":"2025-10-20T16:00:00+08:00","sold_on":"2025-11-06","owner":"zhang","email":"a@fair.example.cn",
  "prices":[{"label":"a","fee_fen":16000},{"label":"","fee_fen":0}],"remark":null})";

/// The wrong fields as `path code`, sorted.
std::vector<std::string> wrong_in(std::string_view text, Fruit* out = nullptr) {
  Fruit fruit;
  FieldErrors errors;
  read_json(text, out ? out : &fruit, CodecOf<Fruit>::value, errors);
  std::vector<std::string> wrong;
  for (auto& error : errors.list()) wrong.push_back(error.field + " " + std::string(error.code->code));
  return wrong;
}

/// The good one with one member replaced.
std::string with(std::string_view member, std::string_view json_text) {
  auto object = json::parse(good).as_object();
  object[member] = json::parse({json_text.data(), json_text.size()});
  return json::serialize(object);
}

TEST(Codec, EveryKindOfMemberIsRead) {
  Fruit fruit;
  ASSERT_THAT(wrong_in(good, &fruit), IsEmpty());
  EXPECT_EQ(fruit.name, "雪梨") << "blanks around are cut off";
  EXPECT_EQ(fruit.taste, Taste::very_sour);
  EXPECT_EQ(fruit.pieces, -3);
  EXPECT_EQ(fruit.grams, 9'007'199'254'740'993);
  EXPECT_TRUE(fruit.ripe);
  EXPECT_EQ(to_rfc3339(fruit.picked_at), "2025-10-20T08:00:00.000Z");
  EXPECT_EQ(fruit.sold_on.text, "2025-11-06");
  EXPECT_EQ(fruit.owner.text, "zhang");
  ASSERT_EQ(fruit.prices.size(), 2u);
  EXPECT_EQ(fruit.prices[0].fee_fen, 16000);
  EXPECT_FALSE(fruit.remark);
  EXPECT_FALSE(fruit.best_price);
}

TEST(Codec, WhatWasReadIsWrittenTheSame) {
  Fruit fruit;
  wrong_in(good, &fruit);
  auto text = to_json(fruit);
  Fruit again;
  EXPECT_THAT(wrong_in(text, &again), IsEmpty());
  EXPECT_EQ(to_json(again), text);
  EXPECT_THAT(text, HasSubstr(R"("grams":9007199254740993,)"));
  EXPECT_THAT(text, HasSubstr(R"("remark":null,"best_price":null)"));
}

TEST(Codec, EveryWrongFieldIsToldInOnePassWithItsPath) {
  EXPECT_THAT(
      wrong_in(R"({"name":"x","taste":"bitter","pieces":"3","grams":1.5,"ripe":"yes","picked_at":"yesterday",
                           "sold_on":"2025-02-29","owner":"two words","email":"nobody","extra":1,
                           "prices":[{"label":"a","fee_fen":1},{"label":7,"fee":2},3],"best_price":{"label":"a"}})"),
      UnorderedElementsAre("name field.too_short", "taste field.choice", "pieces field.whole_number",
                           "grams field.whole_number", "ripe field.type", "picked_at field.instant",
                           "sold_on field.date", "owner field.format", "email field.email",
                           "extra field.unknown", "prices[1].label field.type",
                           "prices[1].fee_fen field.required", "prices[1].fee field.unknown",
                           "prices[2] field.type", "best_price.fee_fen field.required"));
}

TEST(Codec, WhatIsMissingIsTold) {
  EXPECT_EQ(wrong_in("{}").size(), 10u) << "all but the two optional ones";
  EXPECT_THAT(wrong_in(with("name", R"("  ")")), ElementsAre("name field.required"));
  EXPECT_THAT(wrong_in(with("name", "null")), ElementsAre("name field.required"));
  for (auto field : {"taste", "pieces", "picked_at", "sold_on", "owner"})
    EXPECT_THAT(wrong_in(with(field, R"(" ")")), ElementsAre(std::string(field) + " field.required"));
  EXPECT_THAT(wrong_in("[]"), ElementsAre(" field.type"));
}

TEST(Codec, LengthsAreCountedInCharacters) {
  EXPECT_THAT(wrong_in(with("name", R"("五个汉字好")")), IsEmpty());
  EXPECT_THAT(wrong_in(with("name", R"("六个汉字不好")")), ElementsAre("name field.too_long"));
}

TEST(Codec, NumbersThatDoNotFitAreRefusedAndNeverBent) {
  for (auto number : {"2147483648", "-2147483649", "1e3", "1.0", "18446744073709551616"})
    EXPECT_THAT(wrong_in(with("pieces", number)), ElementsAre("pieces field.range")) << number;
  for (auto number : {"9223372036854775808", "-9223372036854775809", "1e400"})
    EXPECT_THAT(wrong_in(R"({"grams":)" + std::string(number) + "}"), testing::Contains("grams field.range"))
        << number;
  Fruit fruit;
  wrong_in(with("grams", "9223372036854775807"), &fruit);
  EXPECT_EQ(fruit.grams, std::numeric_limits<std::int64_t>::max());
}

TEST(Codec, TextThatIsNotUtf8IsRefused) {
  for (auto bytes : {"\xff\xfe", "\xc0\xaf", "\xed\xa0\x80", "\xe8\xbf"})
    EXPECT_THROW(wrong_in(R"({"name":"ab)" + std::string(bytes) + R"("})"), Problem);
  EXPECT_THAT(wrong_in(with("name", R"("ab\u0000")")), ElementsAre("name field.encoding"));
}

TEST(Codec, WhatIsNotJsonIsRefusedAtOnce) {
  for (auto text :
       {"", "{", "{\"name\":}", "{} {}", "{'name':1}", "\xef\xbb\xbf{}", "nul", "[1,]", "{\"a\":01}"})
    EXPECT_THROW(wrong_in(text), Problem) << text;
}

TEST(Codec, NestingThatIsTooDeepIsRefused) {
  for (std::size_t depth : {17u, 1000u, 1'000'000u}) {
    EXPECT_THROW(wrong_in(std::string(depth, '[') + std::string(depth, ']')), Problem) << depth;
    std::string objects;
    for (std::size_t i = 0; i < depth && i < 10'000; ++i) objects += R"({"a":)";
    EXPECT_THROW(wrong_in(objects), Problem) << depth;
  }
}

TEST(Codec, ALongUnknownNameIsCutBetweenCharacters) {
  std::string name = "a", cut = "a";
  for (int i = 0; i < 40; ++i) name += "进";
  for (int i = 0; i < 19; ++i) cut += "进";
  EXPECT_THAT(wrong_in(with(name, "1")), ElementsAre(cut + " field.unknown"));
}

TEST(Codec, ListsHaveALimit) {
  std::string many = "[";
  for (int i = 0; i <= int(list_limit); ++i) many += i == 0 ? "1" : ",1";
  EXPECT_THAT(wrong_in(with("prices", many + "]")), ElementsAre("prices field.too_many"));
}

TEST(Codec, TextIsEscapedWhereItIsWritten) {
  EXPECT_EQ(to_json(std::string("a\"b\\c\nd\x01<进>")), R"("a\"b\\c\u000ad\u0001<进>")");
  EXPECT_EQ(json::parse(to_json(std::string("a\"b\\c\nd\x01<进>"))).as_string(), "a\"b\\c\nd\x01<进>");
}

TEST(Codec, NumbersThatJsonCannotSayAreWrittenAsNull) {
  EXPECT_EQ(to_json(0.1), "0.1");
  EXPECT_EQ(to_json(std::numeric_limits<double>::infinity()), "null");
  EXPECT_EQ(to_json(std::numeric_limits<double>::quiet_NaN()), "null");
}

using Query = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> wrong_in(const Query& query, FruitQuery& out) {
  FieldErrors errors;
  read_query(query, &out, table_of<FruitQuery>(), errors);
  std::vector<std::string> wrong;
  for (auto& error : errors.list()) wrong.push_back(error.field + " " + std::string(error.code->code));
  return wrong;
}

TEST(QueryReading, FiltersAreReadByTheirTypes) {
  FruitQuery query;
  EXPECT_THAT(
      wrong_in(
          {{"page", "2"}, {"taste", "sweet"}, {"ripe", "false"}, {"ids", "a"}, {"ids", "b"}, {"sizes", "3"}},
          query),
      IsEmpty());
  EXPECT_EQ(query.page, 2);
  EXPECT_EQ(query.taste, Taste::sweet);
  EXPECT_EQ(query.ripe, false);
  EXPECT_THAT(query.ids, ElementsAre("a", "b"));
  EXPECT_THAT(query.sizes, ElementsAre(3));
  EXPECT_FALSE(query.sort);
}

TEST(QueryReading, OneValueIsNotChosenAmongTwo) {
  FruitQuery query;
  EXPECT_THAT(wrong_in({{"taste", "sweet"}, {"taste", "sour"}, {"page", "2"}, {"page", "2"}}, query),
              UnorderedElementsAre("taste field.repeated", "page field.repeated"));
}

TEST(QueryReading, AnEmptyFilterIsNone) {
  FruitQuery query;
  EXPECT_THAT(wrong_in({{"page", ""}, {"taste", ""}}, query), IsEmpty());
  EXPECT_FALSE(query.taste);
}

TEST(QueryReading, WrongOnesAreToldByName) {
  FruitQuery query;
  EXPECT_THAT(wrong_in({{"page", "two"},
                        {"taste", "bitter"},
                        {"ripe", "1"},
                        {"sizes", "1"},
                        {"sizes", "x"},
                        {"colour", "red"}},
                       query),
              UnorderedElementsAre("page field.whole_number", "taste field.choice", "ripe field.type",
                                   "sizes[1] field.whole_number", "colour field.unknown"));
}

TEST(QueryReading, PagesHaveLimits) {
  EXPECT_EQ(page_request({}).page_size, 50);
  EXPECT_EQ(page_request({.page = 3, .page_size = 20, .sort = {}}).offset(), 40);
  for (PageQuery query :
       {PageQuery{.page = 0, .page_size = {}, .sort = {}}, PageQuery{.page = 1, .page_size = 201, .sort = {}},
        PageQuery{.page = 100'001, .page_size = {}, .sort = {}}})
    EXPECT_THROW(page_request(query), ValidationError);
}

}  // namespace
}  // namespace expogate::wire
