#include "platform/text/gbk.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

TEST(Gbk, BecomesUtf8) {
  EXPECT_EQ(utf8_of_gbk("\xd6\xa7\xb8\xb6\xb1\xa6 1"), "支付宝 1");
  EXPECT_EQ(utf8_of_gbk(""), "");
  EXPECT_EQ(utf8_of_gbk("\xff"), "\uFFFD");
}

}  // namespace
}  // namespace expogate
