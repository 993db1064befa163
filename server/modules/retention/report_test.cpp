#include "retention/report.h"

#include <gtest/gtest.h>

#include "platform/crypto/encoding.h"
#include "platform/crypto/field_cipher.h"

namespace expogate::retention {
namespace {

KeyRing ring_of(char c) {
  auto key = base64_encode(std::string(32, c));
  return KeyRing::parse("index:" + key + ":active\n1:" + key + ":active\n");
}

TEST(PersonalTrace, IsFoundInTheMiddleOfWords) {
  EXPECT_EQ(personal_trace("请致电13800138000联系"), "mobile");
  EXPECT_EQ(personal_trace("证件 11010519491231002X 已核"), "document");
  EXPECT_EQ(personal_trace("to <a.b@c.example>, soon"), "email");
  for (auto text :
       {"138 0013 8000", "138-0013-8000", "１３８００１３８０００", "tel +49151123456", "+1 415 555 0100"})
    EXPECT_EQ(personal_trace(text), "mobile") << text;
  EXPECT_EQ(personal_trace("a＠b.example"), "email");
  EXPECT_EQ(personal_trace(FieldCipher(ring_of('a')).seal("13800138000", "x")), "sealed");
}

TEST(PersonalTrace, IsNotSeenInWhatTheProgramMakes) {
  for (auto text : {"", "8ZY00012345678", "202510101234567890123", "01K7Z0ABCDEFGHJKMNPQRSTVWX",
                    "110105194912310021", "12345678901", "1380013800a", "2025-10-10 12:30", "160.00 + 40",
                    "13-14 May, 9-18", "@", "a@b", "https://example.com/@x"})
    EXPECT_EQ(personal_trace(text), "") << text;
}

TEST(ErasureReport, IsReadBackOnlyAsItWasSigned) {
  auto ring = ring_of('a');
  ErasureReport report;
  report.edition = "8";
  report.is_clean = true;
  auto document = sign_report(report, ring);
  ASSERT_TRUE(read_signed_report(document, ring));
  EXPECT_EQ(read_signed_report(document, ring)->edition, "8");
  for (std::size_t i = 0; i < document.size(); ++i) {
    auto changed = document;
    changed[i] = char(changed[i] ^ 1);
    auto read = read_signed_report(changed, ring);
    EXPECT_TRUE(!read || (read->edition == "8" && read->is_clean)) << i;
  }
  EXPECT_FALSE(read_signed_report(document, ring_of('b')));
}

}  // namespace
}  // namespace expogate::retention
