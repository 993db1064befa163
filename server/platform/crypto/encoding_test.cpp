#include "platform/crypto/encoding.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

TEST(Encoding, Base64MatchesRfc4648) {
  EXPECT_EQ(base64_encode(""), "");
  EXPECT_EQ(base64_encode("f"), "Zg==");
  EXPECT_EQ(base64_encode("fo"), "Zm8=");
  EXPECT_EQ(base64_encode("foo"), "Zm9v");
  EXPECT_EQ(base64_encode("foobar"), "Zm9vYmFy");
  EXPECT_EQ(base64_decode("YQ=="), "a");
}

TEST(Encoding, Base64HasOneTextForOneValue) {
  for (auto text :
       {"YQ", "YQ=", "YQ===", "YR==", "Y", "YQ==\n", " YQ==", "Y=Q=", "YWI-", "====", "=", "YQ==YQ=="})
    EXPECT_FALSE(base64_decode(text)) << text;
}

TEST(Encoding, Base64urlIsUnpaddedAndSafeInUrls) {
  EXPECT_EQ(base64url_encode("\xfb\xff"), "-_8");
  EXPECT_EQ(base64url_decode("-_8"), "\xfb\xff");
  for (auto text : {"-_8=", "+/8", "-_9", "A"}) EXPECT_FALSE(base64url_decode(text)) << text;
}

TEST(Encoding, Base32IsUnpaddedCapitals) {
  EXPECT_EQ(base32_encode("foobar"), "MZXW6YTBOI");
  EXPECT_EQ(base32_decode("MZXW6YTBOI"), "foobar");
  for (auto text : {"mzxw6", "MZXW6YTBOI======", "M", "MZ1"}) EXPECT_FALSE(base32_decode(text)) << text;
}

TEST(Encoding, HexReadsBothCases) {
  EXPECT_EQ(hex_encode("\x01\xab"), "01ab");
  EXPECT_EQ(hex_decode("01AB"), "\x01\xab");
  for (auto text : {"0", "0g", "01 ab", "01="}) EXPECT_FALSE(hex_decode(text)) << text;
}

TEST(Encoding, GivesBackEveryByteAtEveryLength) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) {
    EXPECT_EQ(base64_decode(base64_encode(bytes)), bytes);
    EXPECT_EQ(base64url_decode(base64url_encode(bytes)), bytes);
    EXPECT_EQ(base32_decode(base32_encode(bytes)), bytes);
    EXPECT_EQ(hex_decode(hex_encode(bytes)), bytes);
    bytes += char(i);
  }
}

}  // namespace
}  // namespace expogate
