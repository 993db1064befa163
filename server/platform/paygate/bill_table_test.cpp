#include "platform/paygate/bill_table.h"

#include <gtest/gtest.h>

namespace expogate::paygate {
namespace {

TEST(BillTable, ReadsWechatPaysLines) {
  auto lines = bill_lines(
      "\xEF\xBB\xBF交易时间,商户订单号,商品名称,手续费\r\n"
      "`2025-10-01 08:00:00,`C1,`证件, 1 人,`0.96000\r\n"
      "总交易单数,手续费总金额\r\n`1,`0.96\r\n",
      "交易时间,", "商品名称", "总交易单数");
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 1u);
  EXPECT_EQ(lines->front(), (Fields{{"交易时间", "2025-10-01 08:00:00"},
                                    {"商户订单号", "C1"},
                                    {"商品名称", "证件, 1 人"},
                                    {"手续费", "0.96000"}}));
}

TEST(BillTable, ReadsAlipaysLines) {
  auto lines = bill_lines(
      "#支付宝业务明细查询\n#----\n支付宝交易号,商户订单号,商品名称,备注\n"
      "2025\t,C1\t,证件,1 人,\n#----\n#交易合计: 1笔\n",
      "支付宝交易号,", "商品名称", "#");
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 1u);
  EXPECT_EQ(field(lines->front(), "商户订单号"), "C1");
  EXPECT_EQ(field(lines->front(), "商品名称"), "证件,1 人");
  EXPECT_EQ(field(lines->front(), "备注"), "");
}

TEST(BillTable, RefusesWhatIsNoTable) {
  EXPECT_EQ(bill_lines("<html>", "交易时间,", "商品名称", "总"), std::nullopt);
  EXPECT_EQ(bill_lines("交易时间,商户订单号\n`1\n", "交易时间,", "商品名称", "总"), std::nullopt);
  EXPECT_EQ(bill_lines("交易时间,商户订单号\n`1,`2,`3\n", "交易时间,", "商品名称", "总"), std::nullopt);
  EXPECT_EQ(bill_lines("交易时间,商户订单号\n", "交易时间,", "商品名称", "总")->size(), 0u);
}

TEST(BillTable, BookedAmountsAreToTheNearestFen) {
  EXPECT_EQ(booked_fen("160.00"), 16000);
  EXPECT_EQ(booked_fen("-0.60"), 60);
  EXPECT_EQ(booked_fen("0.96400"), 96);
  EXPECT_EQ(booked_fen("0.96500"), 97);
  EXPECT_EQ(booked_fen(""), 0);
  for (auto wrong : {"x", "1.2.3", "1e3", "--1", "0.60%", "1.00x"})
    EXPECT_EQ(booked_fen(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace expogate::paygate
