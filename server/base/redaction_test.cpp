#include "base/redaction.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

TEST(Redaction, AddressesAndNumbersInTheWordsOfOthersAreMasked) {
  EXPECT_EQ(without_addresses("550 5.1.1 <anna@nordwind.example>: no such user"),
            "550 5.1.1 <a****@nordwind.example>: no such user");
  EXPECT_EQ(without_addresses("RCPT TO:<张伟@例子.example> refused"),
            "RCPT TO:<张****@例子.example> refused");
  EXPECT_EQ(without_addresses("the number 13800138000 is blocked (+4915112345678)"),
            "the number 138****8000 is blocked (+491****5678)");
  EXPECT_EQ(without_addresses("号码13800138000被拒绝"), "号码138****8000被拒绝");
}

TEST(Redaction, WhatNamesNobodyStays) {
  for (auto* text : {"", "HTTP 503 after 1200 ms", "no answer in time", "421 4.7.0 try again", "code 110105"})
    EXPECT_EQ(without_addresses(text), text);
}

}  // namespace
}  // namespace expogate
