#include "messaging/message.h"

#include <gtest/gtest.h>

namespace expogate::messaging {
namespace {

TEST(MessageTemplate, FillsInWhatItKnowsAndLeavesNoBraces) {
  EXPECT_EQ(filled("验证码 {code}，{minutes} 分钟内有效", {{"code", "123456"}, {"minutes", "5"}}),
            "验证码 123456，5 分钟内有效");
  EXPECT_EQ(filled("{unknown}!", {}), "!");
  EXPECT_EQ(filled("open { brace", {}), "open ");
}

TEST(MessageTemplate, AValueIsNeverFilledInAgain) {
  EXPECT_EQ(filled("{a}", {{"a", "{b}"}, {"b", "secret"}}), "{b}");
}

}  // namespace
}  // namespace expogate::messaging
