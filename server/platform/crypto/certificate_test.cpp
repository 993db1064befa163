#include "platform/crypto/certificate.h"

#include <gtest/gtest.h>

#include "testing/test_keys.h"

namespace expogate {
namespace {

class CertificateTest : public testing::Test {
 protected:
  static TestKey& root_key() {
    static TestKey key;
    return key;
  }
  static TestKey& middle_key() {
    static TestKey key;
    return key;
  }
  static TestKey& own_key() {
    static TestKey key;
    return key;
  }
  static std::vector<Certificate> list(const std::string& pem) { return Certificate::list_from_pem(pem); }

  std::string root_ =
      TestCertificate{.common_name = "root", .is_authority = true}.pem(root_key(), root_key());
  TestCertificate middle_{.common_name = "middle", .is_authority = true, .issuer_name = "root"};
  TestCertificate own_{.common_name = "中国银联", .serial = 305419896, .issuer_name = "middle"};

  bool is_trusted(Instant at = TestClock::start) {
    return Certificate::from_pem(own_.pem(own_key(), middle_key()))
        .is_trusted(list(root_), list(middle_.pem(middle_key(), root_key())), at);
  }
};

TEST_F(CertificateTest, TellsItsNameSerialAndKey) {
  auto own = Certificate::from_pem(own_.pem(own_key(), middle_key()));
  EXPECT_EQ(own.common_name(), "中国银联");
  EXPECT_EQ(own.serial_hex(), "12345678");
  EXPECT_EQ(own.serial_decimal(), "305419896");
  EXPECT_TRUE(own.public_key().has_signed_sha256("x", own_key().private_key().sign_sha256("x")));
}

TEST_F(CertificateTest, IsTrustedThroughItsChain) {
  EXPECT_TRUE(is_trusted());
}

TEST_F(CertificateTest, IsNotTrustedOutsideItsTime) {
  EXPECT_FALSE(is_trusted(own_.valid_from - seconds(1)));
  EXPECT_TRUE(is_trusted(own_.valid_from + seconds(1)));
  EXPECT_FALSE(is_trusted(own_.valid_to + seconds(1)));
}

TEST_F(CertificateTest, IsNotTrustedWhenTheIssuerIsNoAuthority) {
  middle_.is_authority = false;
  EXPECT_FALSE(is_trusted());
}

TEST_F(CertificateTest, IsNotTrustedUnderAnotherRoot) {
  TestKey other;
  root_ = TestCertificate{.common_name = "root", .is_authority = true}.pem(other, other);
  EXPECT_FALSE(is_trusted());
}

TEST_F(CertificateTest, IsNotTrustedWithoutItsChain) {
  auto own = Certificate::from_pem(own_.pem(own_key(), middle_key()));
  EXPECT_FALSE(own.is_trusted(list(root_), {}, TestClock::start));
}

TEST_F(CertificateTest, ReadsListsAndRefusesOtherThings) {
  EXPECT_EQ(list(root_ + middle_.pem(middle_key(), root_key())).size(), 2u);
  EXPECT_THROW(Certificate::from_pem(root_ + root_), KeyError);
  EXPECT_THROW(Certificate::from_pem(""), KeyError);
  EXPECT_THROW(Certificate::from_pem(root_key().public_pem()), KeyError);
}

}  // namespace
}  // namespace expogate
