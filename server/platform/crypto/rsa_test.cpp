#include "platform/crypto/rsa.h"

#include <gtest/gtest.h>

#include "platform/crypto/encoding.h"
#include "testing/test_keys.h"

namespace expogate {
namespace {

constexpr const char* key_pem = R"(-----BEGIN RSA PRIVATE KEY-----
MIIEowIBAAKCAQEA3wTmp1WsqUPzm7HR/p3Nsqey8QO4Jtc0k+Vfc3SLg7nLRfkV
1U7YbUrdPtSLXUmWfqO5S81aykuHUli+NVxhoGNrgj1e2Woc+IN6M77fGLXkM/z1
tJmNkJOYdBK6ibdaLECzdSv50u9dLITWygRcg53ocrKxlL2mSWVGDoqjZhS9Ay14
mC/PbP0TbF72FsnGBKXnJqUfeSIWVi/5NaeA3ts7u1G7P8VCMGsZftrG/2pmUDf1
bCnqv0YmGzBBa9vuRN0qNMm8vcy+wO5acVIZ3QtkNE8gdoul1eeVKe8B3E1yF0IE
0wt+OuEtmc+BnjXSRqLaK76uBiOwt84mOEXOiQIDAQABAoIBAATlOrqWb5tpPbDK
UDb+gpxRleS4UBjwKpFgMf5wODtxvwkf7NoEE02g3KbrVkzRAkqbhZl+SOgoYhsi
uLgl+TxNT7fp6MoCdt+Ao/8nSTE7FZGLk7QoFmVY9roo4BXeTmPVdBWrcQjaOWly
WAmoBgTbQ5Xi9MbJppu1VfqYkfoktLz+zn6jMO+t0Wk+xu19+ApZ49qRqQ3HJnbN
OiBy40PNtgJvawln7LZBucVdRfnr9LCRAdrlbGsI72yTdewvH3YECBhcIinlHPGN
7ScxFfm1m2LfWJ0srghKWiY5BEAPePxsvqzs6W8CaX1Dy/nBhx9VpsvHgAWejbpk
dH6CL4UCgYEA71MDZg9iiZAxjLeUuldUaXe6/n9MjOfdFG+BfkqToo8CNtP6xNSA
IXyxKqr3o6Zq1CeyZQA2U3YEDbST2Fji+pF9su7MHbUEKW72T65BJMgZKgalL5UW
tYB08oDsXSSYbf2VTLkuSePQP9l2LgA2e2kUXHuV04B7E+w2e5E9MaUCgYEA7o8K
1CCbZ0BypwIbTfwR3YJi4v8D0MIU0DOVHqm0/xDP7q2TxKNryCcvLyB1Ws34TK22
zAIyrbr/A66g1HFiGKVNFl4jBEybxJTUA59yrttGWi8TZS8cT6XMme1b827mSS3Y
mKl8c+2CG2EupjjvNjS4NmaRYH/VAltNH+KpDBUCgYAPMtRqbNuzJMcgyp/VXaps
sD/d3bO81xTBMXuly5KopjBbzwaD7YLdnY+ayBTF/dGW+5Zmt6a7kikbvbYN7Ucs
5oR3Epc/47kJ8JQP518XuOVwN8/Rv8Qbbrb+l5VrLOHJSmtq3e/EnYUiKOtKbJUJ
LVkvrmGLdwNZ9oxXOJgMSQKBgQCRd8I3pgZ9SKxhMISr4iiWtTpNhwmxk5eTedDV
mNCYtIzG0yuHPcusilBYYWeOToi5YThVYIW8sIluml7SDK2vr6S5HgAmT/ywO7yo
1OLewzE8LvaZvcd6vfRsbHOklpxwRTeNp9QO8OZkgbcrfw5HNJCcA6Fkga7HOBto
dRN2HQKBgD+M0fTB1AQzPKTceC8jU5MaxxSUT/SVINPIJ1JKWPVJTXl6syTVFNMr
4E+MaGXLor97NYk3Wx1CF2iDwAEt2ntBTOoBbIRpmMn+ZcTR7U9IYfJtsy/ppE7I
5y/3av3dYbMdhtuqWas+8YdTMQ746caIaGG6dg+mYMSEJRgfMdWQ
-----END RSA PRIVATE KEY-----
)";
constexpr const char* message =
    "POST\n/v3/pay/transactions/native\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{}\n";
/// Computed from the key's numbers with big-integer arithmetic alone (RFC 8017, 8.2.1).
constexpr const char* signature_hex =
    "1e3fd42e7029fc40db1ccd4551d41e6e5b67aeefaa48e934958cd6dc5dde181b16035bf0e4cde707a3cf35aed5f33075aa3e"
    "91591d8a41095ae9c820ae00736186f4d2fc27a97362264f51f58c41dfbf4ba0a75f9f2d562e3f8066d00d9ba3ffae4e0a81"
    "f3267e421a592b55611649ec3594032a05c2cdbf220958955eb97405236c569d157d0aba6a0df6cd7dc80a549aee1b998825"
    "45b1db794a4e57fa157f20bacdd6b16ac46a027d7274fe25c085118e21e3e0a538845bd05e45013774b6ed362672359f36a1"
    "7564bc6a1084482e6336adbc803c4524a3d50d96cd7ccdefe6e50fa4498efc6f778101035bfb92c01160e74d18117e34d388"
    "04d62c644274";

TEST(Rsa, SignsAsTheStandardSays) {
  EXPECT_EQ(hex_encode(RsaPrivateKey::from_pem(key_pem).sign_sha256(message)), signature_hex);
}

TEST(Rsa, VerifiesWhatWasSignedAndNothingElse) {
  TestKey key, other;
  auto signature = key.private_key().sign_sha256("amount=1");
  EXPECT_TRUE(key.public_key().has_signed_sha256("amount=1", signature));
  EXPECT_FALSE(key.public_key().has_signed_sha256("amount=2", signature));
  EXPECT_FALSE(other.public_key().has_signed_sha256("amount=1", signature));
  EXPECT_FALSE(key.public_key().has_signed_sha256("amount=1", ""));
  EXPECT_FALSE(key.public_key().has_signed_sha256("amount=1", signature + "x"));
  signature[20] = char(signature[20] ^ 1);
  EXPECT_FALSE(key.public_key().has_signed_sha256("amount=1", signature));
}

TEST(Rsa, RefusesWhatIsNoGoodKey) {
  TestKey small(1024), good;
  EXPECT_THROW(RsaPrivateKey::from_pem(""), KeyError);
  EXPECT_THROW(RsaPrivateKey::from_pem(good.public_pem()), KeyError);
  EXPECT_THROW(RsaPrivateKey::from_pem(small.private_pem()), KeyError);
  EXPECT_THROW(RsaPublicKey::from_pem(good.private_pem()), KeyError);
  EXPECT_THROW(RsaPublicKey::from_pem(small.public_pem()), KeyError);
  EXPECT_THROW(RsaPublicKey::from_pem("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"),
               KeyError);
}

}  // namespace
}  // namespace expogate
