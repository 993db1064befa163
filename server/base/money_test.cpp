#include "base/money.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

TEST(Money, IsWrittenInYuanWithTwoDecimals) {
  EXPECT_EQ(yuan_text(0), "0.00");
  EXPECT_EQ(yuan_text(1), "0.01");
  EXPECT_EQ(yuan_text(16000), "160.00");
  EXPECT_EQ(yuan_text(12345678950), "123456789.50");
}

}  // namespace
}  // namespace expogate
