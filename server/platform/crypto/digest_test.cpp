#include "platform/crypto/digest.h"

#include <gtest/gtest.h>

#include <thread>

#include "platform/crypto/encoding.h"
#include "platform/crypto/proof_of_work.h"
#include "platform/crypto/token.h"

namespace expogate {
namespace {

TEST(Digest, MatchesTheExamplesOfTheStandard) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abc").size(), 32u);
  EXPECT_EQ(sha1_hex("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
}

TEST(Digest, KeyedDigestMatchesRfc4231) {
  EXPECT_EQ(hmac_sha256_hex("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(
      hmac_sha256_hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Digest, AnEmptyKeyIsNotTheKeyOfTheLastCall) {
  hmac_sha256("Jefe", "x");
  EXPECT_EQ(hmac_sha256_hex({}, ""), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(Digest, DerivedKeyMatchesRfc5869Case3) {
  auto key = hkdf_sha256(std::string(22, '\x0b'), "");
  EXPECT_EQ(hex_encode(key), "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
}

TEST(Digest, EveryThreadHasItsOwnContext) {
  auto expected = sha256_hex("abc");
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 1000; ++n) ASSERT_EQ(sha256_hex("abc"), expected);
    });
}

TEST(Digest, ComparesWholeTexts) {
  EXPECT_TRUE(equal_in_constant_time("", ""));
  EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_in_constant_time("abc", "abcd"));
}

TEST(Token, Has256BitsAndDoesNotRepeat) {
  EXPECT_EQ(base64url_decode(new_token())->size(), 32u);
  EXPECT_NE(new_token(), new_token());
}

TEST(ProofOfWork, CountsBitsAcrossBytes) {
  std::string digest("\x00\x0f\xff", 3);
  EXPECT_TRUE(has_leading_zero_bits(digest, 12));
  EXPECT_FALSE(has_leading_zero_bits(digest, 13));
  EXPECT_TRUE(has_leading_zero_bits(std::string(2, '\0'), 16));
  EXPECT_FALSE(has_leading_zero_bits(std::string(2, '\0'), 17));
  EXPECT_TRUE(has_leading_zero_bits("", 0));
}

TEST(ProofOfWork, AcceptsTheAnswerThatWasSearched) {
  int answer = 0;
  while (!solves_proof_of_work("salt", std::to_string(answer), 10)) ++answer;
  EXPECT_TRUE(has_leading_zero_bits(sha256("salt" + std::to_string(answer)), 10));
  EXPECT_FALSE(solves_proof_of_work("other salt", std::to_string(answer), 10));
}

}  // namespace
}  // namespace expogate
