#include "platform/crypto/totp.h"

#include <gtest/gtest.h>

#include "platform/crypto/encoding.h"

namespace expogate {
namespace {

const std::string rfc_secret = base32_encode("12345678901234567890");

TEST(Totp, MatchesTheVectorsOfRfc6238) {
  struct {
    std::int64_t second;
    std::string_view code;
  } const vectors[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                       {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (auto& [second, code] : vectors) EXPECT_EQ(totp_code(rfc_secret, totp_step({second * 1000})), code);
}

TEST(Totp, AcceptsTheNeighbouringStepsAndTellsWhich) {
  Instant now{59'000};  // the last second of step 1
  EXPECT_EQ(matched_totp_step(rfc_secret, "287082", now), 1);
  EXPECT_EQ(matched_totp_step(rfc_secret, "287082", now + seconds(30)), 1);
  EXPECT_EQ(matched_totp_step(rfc_secret, "287082", now - seconds(30)), 1);
  EXPECT_EQ(matched_totp_step(rfc_secret, "287082", now + seconds(60)), std::nullopt);
}

TEST(Totp, RefusesWhatIsNoCode) {
  for (auto code : {"", "28708", "2870822", "28708a", "287083"})
    EXPECT_EQ(matched_totp_step(rfc_secret, code, {59'000}), std::nullopt) << code;
}

TEST(Totp, MakesSecretsOf160Bits) {
  EXPECT_EQ(base32_decode(new_totp_secret())->size(), 20u);
  EXPECT_NE(new_totp_secret(), new_totp_secret());
}

TEST(Totp, EncodesTheUri) {
  EXPECT_EQ(totp_uri("Expogate 进博", "li@haidian:1", "ABC"),
            "otpauth://totp/Expogate%20%E8%BF%9B%E5%8D%9A:li%40haidian%3A1?secret=ABC"
            "&issuer=Expogate%20%E8%BF%9B%E5%8D%9A&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace expogate
