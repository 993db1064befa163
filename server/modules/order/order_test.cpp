#include "order/order.h"

#include <gtest/gtest.h>

namespace expogate::order {
namespace {

TEST(OrderTest, TheNumberSaysWhenInShanghai) {
  auto number = new_order_number(*parse_rfc3339("2025-10-10T01:02:03.456Z"));
  EXPECT_EQ(number.substr(0, 18), "V20251010090203456");
  EXPECT_EQ(number.size(), 22u);
}

TEST(OrderTest, WhatIsClosedStaysClosed) {
  for (auto& line : order_transitions) EXPECT_EQ(line.from, OrderState::unpaid);
}

}  // namespace
}  // namespace expogate::order
