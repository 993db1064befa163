#include "platform/crypto/key_ring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "platform/crypto/blind_index.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/field_cipher.h"

namespace expogate {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string key_text(char fill) {
  return base64_encode(std::string(32, fill));
}

std::string ring_text(std::string_view numbered_lines) {
  return "# the keys of a test\n\nindex:" + key_text('i') + ":active\n" + std::string(numbered_lines);
}

KeyRing first_ring() {
  return KeyRing::parse(ring_text("1:" + key_text('a') + ":active\n"));
}

KeyRing rotated_ring() {
  return KeyRing::parse(ring_text("1:" + key_text('a') + ":retired\n2:" + key_text('b') + ":active\n"));
}

std::vector<std::string> mistakes_of(std::string_view text) {
  try {
    KeyRing::parse(text);
  } catch (const KeyRingError& error) {
    return error.mistakes();
  }
  return {};
}

TEST(KeyRing, WritesWithTheHighestActiveKeyAndReadsAll) {
  auto ring = rotated_ring();
  EXPECT_EQ(ring.writing_kid(), 2);
  EXPECT_EQ(*ring.find(1), std::string(32, 'a'));
  EXPECT_EQ(ring.find(3), nullptr);
}

TEST(KeyRing, TellsEveryMistakeAndNoKey) {
  auto short_key = base64_encode("short");
  auto text = "0:" + key_text('a') + ":active\nx\n1:" + short_key + ":lost\r\n2:" + key_text('b') +
              ":retired\n2:" + key_text('c') + ":retired";
  auto mistakes = mistakes_of(text);
  EXPECT_THAT(mistakes, ElementsAre(HasSubstr("line 1: its kid"), HasSubstr("line 2: is not"),
                                    HasSubstr("line 3: its key"), HasSubstr("line 3: its state"),
                                    HasSubstr("line 5: the key 2 is there twice"),
                                    HasSubstr("`index` is missing"), HasSubstr("no numbered key is active")));
  for (auto& mistake : mistakes) EXPECT_THAT(mistake, testing::Not(HasSubstr(short_key)));
}

TEST(KeyRing, NeedsExactlyOneActiveIndexKey) {
  auto one = "1:" + key_text('a') + ":active\n", index = "index:" + key_text('i');
  EXPECT_THAT(mistakes_of(one + index + ":active\n" + index + ":active\n"), ElementsAre(HasSubstr("twice")));
  EXPECT_THAT(mistakes_of(one + index + ":retired"), ElementsAre(HasSubstr("cannot be retired")));
}

TEST(KeyRing, ComesFromAFileOrTheEnvironment) {
  auto path = std::filesystem::path(testing::TempDir()) / "expogate_key_ring";
  std::ofstream(path) << new_key_ring_text();
  EXPECT_EQ(KeyRing::from_file(path).writing_kid(), 1);
  std::filesystem::remove(path);
  EXPECT_THROW(KeyRing::from_file(path), KeyRingError);

  ::setenv("EXPOGATE_TEST_KEYS", new_key_ring_text().c_str(), 1);
  EXPECT_EQ(KeyRing::from_environment("EXPOGATE_TEST_KEYS").writing_kid(), 1);
  ::unsetenv("EXPOGATE_TEST_KEYS");
  EXPECT_THROW(KeyRing::from_environment("EXPOGATE_TEST_KEYS"), KeyRingError);
}

TEST(FieldCipher, OpensWhatItSealed) {
  FieldCipher cipher(first_ring());
  for (auto& text : std::vector<std::string>{"", "13812345678", "张伟", std::string(100'000, 'x')}) {
    auto sealed = cipher.seal(text, "accounts.mobile|a1");
    EXPECT_EQ(cipher.open(sealed, "accounts.mobile|a1"), text);
    EXPECT_TRUE(base64url_decode(sealed));
  }
}

TEST(FieldCipher, SealsTheSameValueDifferentlyEachTime) {
  FieldCipher cipher(first_ring());
  EXPECT_NE(cipher.seal("13812345678", "c"), cipher.seal("13812345678", "c"));
}

TEST(FieldCipher, DoesNotOpenAValueMovedToAnotherRow) {
  FieldCipher cipher(first_ring());
  auto sealed = cipher.seal("13812345678", "accounts.mobile|a1");
  EXPECT_THROW(cipher.open(sealed, "accounts.mobile|a2"), CannotOpen);
}

TEST(FieldCipher, ReadsNothingWhereAValueWasErased) {
  EXPECT_EQ(FieldCipher(first_ring()).open("", "accounts.mobile|a1"), "");
}

TEST(FieldCipher, NoticesEveryChangedBit) {
  FieldCipher cipher(first_ring());
  auto bytes = *base64url_decode(cipher.seal("x", "c"));
  for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
    auto changed = bytes;
    changed[i / 8] = char(changed[i / 8] ^ (1 << i % 8));
    EXPECT_THROW(cipher.open(base64url_encode(changed), "c"), CannotOpen);
  }
  for (std::size_t size = 1; size < bytes.size(); ++size)
    EXPECT_THROW(cipher.open(base64url_encode(bytes.substr(0, size)), "c"), CannotOpen);
  EXPECT_THROW(cipher.open("13812345678", "c"), CannotOpen);
}

TEST(FieldCipher, ResealsUnderTheNewestKey) {
  auto old = FieldCipher(first_ring()).seal("13812345678", "c");
  FieldCipher cipher(rotated_ring());
  auto renewed = cipher.reseal(old, "c");
  EXPECT_EQ(FieldCipher::kid_of(old), 1);
  EXPECT_EQ(FieldCipher::kid_of(renewed), 2);
  EXPECT_EQ(cipher.open(old, "c"), "13812345678");
  EXPECT_EQ(cipher.open(renewed, "c"), "13812345678");
  EXPECT_THROW(FieldCipher(first_ring()).open(renewed, "c"), CannotOpen);
  EXPECT_EQ(FieldCipher::kid_of("no sealed value"), std::nullopt);
}

TEST(BlindIndex, IsTheSameForTheSameValueOfTheSamePurpose) {
  auto ring = first_ring();
  auto index = blind_index(ring, "mobile", "+8613812345678");
  EXPECT_EQ(index.size(), 32u);
  EXPECT_EQ(index, blind_index(ring, "mobile", "+8613812345678"));
  EXPECT_NE(index, blind_index(ring, "mobile", "+8613812345679"));
  EXPECT_NE(index, blind_index(ring, "document", "+8613812345678"));
}

TEST(BlindIndex, StaysWhenTheFieldKeysRotate) {
  EXPECT_EQ(blind_index(first_ring(), "mobile", "1"), blind_index(rotated_ring(), "mobile", "1"));
}

}  // namespace
}  // namespace expogate
