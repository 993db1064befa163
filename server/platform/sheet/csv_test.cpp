#include "platform/sheet/csv.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

using Records = std::vector<std::vector<std::string>>;

TEST(CsvTest, QuotesCommasAndLineEnds) {
  EXPECT_EQ(parse_csv("\xEF\xBB\xBF"
                      "a,b\r\n\"x, \"\"y\"\"\",\n"),
            (Records{{"a", "b"}, {"x, \"y\"", ""}}));
  EXPECT_EQ(parse_csv("\"two\nlines\",1"), (Records{{"two\nlines", "1"}}));
  EXPECT_EQ(parse_csv(""), Records{});
}

TEST(CsvTest, AnOpenQuoteIsNoText) {
  EXPECT_EQ(parse_csv("a,\"b\n"), std::nullopt);
}

}  // namespace
}  // namespace expogate
