#include "platform/sheet/sheet_day.h"

#include <gtest/gtest.h>

#include "platform/sheet/digit_pattern.h"

namespace expogate {
namespace {

std::string day(std::string_view cell) {
  auto found = parse_sheet_day(cell);
  return found ? found->text : "";
}

TEST(SheetDay, IsReadAsPeopleAndProgramsWriteIt) {
  for (auto* cell : {"1985-03-07", "1985-3-7", "1985/3/7", "1985.03.07", "1985年3月7日", "19850307",
                     "1985-03-07 00:00:00", "1985-03-07T00:00:00", "7-Mar-85", "7 March 1985",
                     "March 7, 1985", "31113", "１９８５／３／７", "\u200B1985-03-07\u3000"})
    EXPECT_EQ(day(cell), "1985-03-07") << cell;
}

TEST(SheetDay, IsRefusedWhereItCouldBeAnother) {
  for (auto* cell : {"", "3/7/1985", "07.03.1985", "1985-13-01", "1985-02-29", "1985", "85-3-7", "tomorrow",
                     "1985-3", "12345678901234567890"})
    EXPECT_EQ(day(cell), "") << cell;
}

TEST(DigitPattern, GivesACodeItsZerosBack) {
  using namespace sheet;
  EXPECT_EQ(laid_out(123, digit_pattern("000000000")), "000000123");
  EXPECT_EQ(laid_out(4155550100, digit_pattern("000-000-0000")), "415-555-0100");
  EXPECT_EQ(laid_out(7, digit_pattern("\"A0\"000")), "A0007");
  EXPECT_EQ(laid_out(123456, digit_pattern("0000")), "123456");
  for (auto* format : {"General", "0", "0.00", "#,##0", "0%", "0.0E+00", "@", "yyyy-mm-dd", ""})
    EXPECT_EQ(digit_pattern(format), "") << format;
}

}  // namespace
}  // namespace expogate
