#include "platform/crypto/ed25519.h"

#include <gtest/gtest.h>

#include "platform/crypto/encoding.h"

namespace expogate {
namespace {

std::string bytes(std::string_view hex) {
  return *hex_decode(hex);
}

// RFC 8032, section 7.1, test 2.
TEST(Ed25519, MatchesRfc8032) {
  Ed25519Key key(bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  EXPECT_EQ(hex_encode(key.public_key()), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  EXPECT_EQ(hex_encode(key.sign("\x72")),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(Ed25519, AnyOtherBitIsNotSigned) {
  Ed25519Key key(std::string(32, 'k')), other(std::string(32, 'o'));
  auto signature = key.sign("badge");
  EXPECT_TRUE(has_signed_ed25519(key.public_key(), "badge", signature));
  EXPECT_FALSE(has_signed_ed25519(other.public_key(), "badge", signature));
  EXPECT_FALSE(has_signed_ed25519(key.public_key(), "bodge", signature));
  for (std::size_t at = 0; at < signature.size(); ++at) {
    auto changed = signature;
    changed[at] = char(changed[at] ^ 1);
    EXPECT_FALSE(has_signed_ed25519(key.public_key(), "badge", changed)) << at;
  }
}

TEST(Ed25519, OtherLengthsAreNothing) {
  Ed25519Key key(std::string(32, 'k'));
  auto signature = key.sign("badge");
  EXPECT_FALSE(has_signed_ed25519(key.public_key().substr(1), "badge", signature));
  EXPECT_FALSE(has_signed_ed25519(key.public_key(), "badge", signature.substr(1)));
  EXPECT_FALSE(has_signed_ed25519(key.public_key(), "badge", signature + "x"));
  EXPECT_FALSE(has_signed_ed25519("", "badge", ""));
}

}  // namespace
}  // namespace expogate
