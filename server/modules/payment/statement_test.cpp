#include "payment/statement.h"

#include <gtest/gtest.h>

namespace expogate::payment {
namespace {

TEST(StatementTest, AmountsAreReadToTheFen) {
  EXPECT_EQ(fen_of_yuan("160"), 16000);
  EXPECT_EQ(fen_of_yuan("1,600.5"), 160050);
  EXPECT_EQ(fen_of_yuan("0.01"), 1);
  for (auto wrong : {"0", "-1", "1.234", "1.2.3", "", "1e3", "一百", "9999999999999999"})
    EXPECT_EQ(fen_of_yuan(wrong), std::nullopt) << wrong;
}

TEST(StatementTest, WrongCellsAreNamedByRowAndColumn) {
  auto reading =
      read_statement("银行流水号,记账日期,付款人,附言,金额\nB1,2025-10-10,甲,T1,160.00\n,2025-13-01,乙,,x\n");
  ASSERT_EQ(reading.lines.size(), 2u);
  EXPECT_EQ(reading.lines[0].amount_fen, 16000);
  ASSERT_EQ(reading.errors.size(), 3u);
  EXPECT_EQ(reading.errors[0].row, 3u);
  EXPECT_EQ(reading.errors[0].column->name, "bank_serial");
}

TEST(StatementTest, WhatIsNoCsvIsRefused) {
  EXPECT_THROW(read_statement("a,\"b"), ValidationError);
  EXPECT_THROW(read_statement("\xB8\xB6\xBF\xEE"), ValidationError);
}

}  // namespace
}  // namespace expogate::payment
