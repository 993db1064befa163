#include "platform/crypto/aes_gcm.h"

#include <gtest/gtest.h>

#include "platform/crypto/encoding.h"

namespace expogate {
namespace {

std::string bytes(std::string_view hex) {
  return *hex_decode(hex);
}

// Test case 16 of "The Galois/Counter Mode of Operation (GCM)", McGrew and Viega.
const std::string key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
const std::string nonce = bytes("cafebabefacedbaddecaf888");
const std::string context = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
const std::string plaintext = bytes(
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
    "b16aedf5aa0de657ba637b39");
const std::string sealed = bytes(
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838"
    "c5f61e6393ba7a0abcc9f662"
    "76fc6ece0f4e1768cddf8853bb2d551b");

TEST(AesGcm, SealsAsTheStandardSays) {
  EXPECT_EQ(hex_encode(aes_gcm::seal(key, nonce, context, plaintext)), hex_encode(sealed));
}

TEST(AesGcm, OpensWhatIsUntouched) {
  EXPECT_EQ(aes_gcm::open(key, nonce, context, sealed), plaintext);
}

TEST(AesGcm, RefusesWhatWasTouched) {
  auto changed = sealed;
  changed[3] = char(changed[3] ^ 1);
  EXPECT_EQ(aes_gcm::open(key, nonce, context, changed), std::nullopt);
  EXPECT_EQ(aes_gcm::open(key, nonce, context + "x", sealed), std::nullopt);
  EXPECT_EQ(aes_gcm::open(key, bytes("cafebabefacedbaddecaf889"), context, sealed), std::nullopt);
  EXPECT_EQ(aes_gcm::open(key, "short", context, sealed), std::nullopt);
  EXPECT_EQ(aes_gcm::open(key, nonce, context, "short"), std::nullopt);
  EXPECT_EQ(aes_gcm::open(std::string(32, 'k'), nonce, context, sealed), std::nullopt);
}

}  // namespace
}  // namespace expogate
