#include "payment/statement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace expogate::payment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const CivilDate today{"2025-10-20"};

StatementReading read(std::string_view file, const StatementLayouts& layouts = {}) {
  return read_statement(file, layouts, today);
}

std::vector<std::string> wrong_columns(const StatementReading& reading) {
  std::vector<std::string> columns;
  for (auto& error : reading.errors) columns.emplace_back(error.column->name);
  return columns;
}

TEST(StatementTest, AmountsAreReadToTheFen) {
  EXPECT_EQ(fen_of_yuan("160"), 16000);
  EXPECT_EQ(fen_of_yuan("1,600.5"), 160050);
  EXPECT_EQ(fen_of_yuan("1,234,567.89"), 123456789);
  EXPECT_EQ(fen_of_yuan("0.01"), 1);
  EXPECT_EQ(fen_of_yuan("￥160.00"), 16000);
  EXPECT_EQ(fen_of_yuan("¥ 160.00"), 16000);
  EXPECT_EQ(fen_of_yuan("160.00元"), 16000);
  EXPECT_EQ(fen_of_yuan("１６０．００"), 16000);
  for (auto wrong : {"0", "-1", "1.234", "1.2.3", "", "1e3", "一百", "9999999999999999", "1234,50", "1,23",
                     ",123", "12,34.5"})
    EXPECT_EQ(fen_of_yuan(wrong), std::nullopt) << wrong;
}

TEST(StatementTest, WrongCellsAreNamedByRowAndColumn) {
  auto reading =
      read("银行流水号,记账日期,付款人,附言,金额\nB1,2025-10-10,甲,T1,160.00\n,2025-13-01,乙,,x\n");
  ASSERT_EQ(reading.lines.size(), 2u);
  EXPECT_EQ(reading.lines[0].amount_fen, 16000);
  ASSERT_EQ(reading.errors.size(), 3u);
  EXPECT_EQ(reading.errors[0].row, 3u);
  EXPECT_THAT(wrong_columns(reading), ElementsAre("bank_serial", "booked_on", "amount"));
}

TEST(StatementTest, DaysFarFromTodayAreRefused) {
  for (auto day : {"1999-10-10", "2026-10-10", "2025-10-22"})
    EXPECT_THAT(
        wrong_columns(read(std::string("银行流水号,记账日期,付款人,附言,金额\nB1,") + day + ",甲,T1,1\n")),
        ElementsAre("booked_on"))
        << day;
}

TEST(StatementTest, OneSerialOnOneDayStandsOnce) {
  auto reading =
      read("流水号,日期,付款人,附言,金额\nB1,2025/10/10,甲,,1\nB1,2025.10.9,甲,,1\nB1,20251010,乙,,2\n");
  EXPECT_THAT(reading.lines, SizeIs(3));
  EXPECT_THAT(wrong_columns(reading), ElementsAre("bank_serial"));
}

TEST(StatementTest, TitleLinesOutgoingLinesAndSumsAreNoLines) {
  auto reading = read(
      "账户明细\n账号：1234\n\n交易流水号\t交易日期\t对方户名\t摘要\t用途\t借方发生额\t贷方发生额\n"
      "S1\t2025-10-10 09:30:00\t甲公司\t汇款\tT12345678901\t\t1,600.00\n"
      "S2\t2025-10-10\t房东\t租金\t\t9,000.00\t\n合计\t\t\t\t\t9,000.00\n");
  EXPECT_THAT(reading.errors, IsEmpty());
  EXPECT_EQ(reading.outgoing, 1);
  ASSERT_THAT(reading.lines, SizeIs(1));
  EXPECT_EQ(reading.lines[0].amount_fen, 160000);
  EXPECT_EQ(reading.lines[0].memo, "T12345678901 汇款");
  EXPECT_EQ(reading.lines[0].booked_on.text, "2025-10-10");
}

TEST(StatementTest, NegativeAmountsAndDirectionsSayWhatIsOutgoing) {
  auto reading = read(
      "流水号,日期,付款人,附言,金额,借贷标志\nA,2025-10-10,甲,,-5.00,\nB,2025-10-10,甲,,5.00,借\nC,2025-10-"
      "10,甲,,5.00,贷\n");
  EXPECT_EQ(reading.outgoing, 2);
  ASSERT_THAT(reading.lines, SizeIs(1));
  EXPECT_EQ(reading.lines[0].bank_serial, "C");
}

TEST(StatementTest, FilesInGbkAndUtf16AreRead) {
  // 流水号,日期,付款人,附言,金额 in GBK
  std::string gbk =
      "\xC1\xF7\xCB\xAE\xBA\xC5,\xC8\xD5\xC6\xDA,\xB8\xB6\xBF\xEE\xC8\xCB,\xB8\xBD\xD1\xD4,"
      "\xBD\xF0\xB6\xEE\nB1,2025-10-10,\xBC\xD7,T1,160.00\n";
  ASSERT_THAT(read(gbk).lines, SizeIs(1));
  EXPECT_EQ(read(gbk).lines[0].payer_name, "甲");
  std::u16string wide = u"流水号\t日期\t付款人\t附言\t金额\nB1\t2025-10-10\t甲\tT1\t160.00\n";
  std::string utf16 = "\xff\xfe";
  for (char16_t unit : wide) {
    utf16 += char(unit & 0xff);
    utf16 += char(unit >> 8);
  }
  ASSERT_THAT(read(utf16).lines, SizeIs(1));
  EXPECT_EQ(read(utf16).lines[0].payer_name, "甲");
}

TEST(StatementTest, ABanksOwnHeadingsAreAskedForOnceAndThenKnown) {
  auto file = "Ref;Wann;Wer;Wozu;Betrag\nB1;2025-10-10;甲;T1;160.00\n";
  EXPECT_THAT(read(file).lines, IsEmpty());
  EXPECT_THAT(read(file).unknown_lines, SizeIs(2));
  StatementLayouts layouts{{"Ref\tWann\tWer\tWozu\tBetrag", {"Ref", "Wann", "Wer", "Wozu", "Betrag", ""}}};
  ASSERT_THAT(read(file, layouts).lines, SizeIs(1));
  EXPECT_EQ(read(file, layouts).lines[0].amount_fen, 16000);
}

TEST(StatementTest, WhatIsNoTextIsRefused) {
  EXPECT_THROW(read("a,\"b"), ValidationError);
  EXPECT_THROW(read(std::string("\xff\xff\x00\x01", 4)), ValidationError);
}

}  // namespace
}  // namespace expogate::payment
