#pragma once
#include <memory>
#include <string>

#include "platform/crypto/certificate.h"
#include "platform/crypto/rsa.h"
#include "testing/test_clock.h"

namespace expogate {

/// An RSA key of the other side, made anew for each test program.
class TestKey {
 public:
  explicit TestKey(unsigned bits = 2048);
  std::string private_pem() const;
  std::string public_pem() const;
  RsaPrivateKey private_key() const { return RsaPrivateKey::from_pem(private_pem()); }
  RsaPublicKey public_key() const { return RsaPublicKey::from_pem(public_pem()); }
  evp_pkey_st* get() const { return key_.get(); }

 private:
  SharedKey key_;
};

struct TestCertificate {
  std::string common_name;
  bool is_authority = false;
  long serial = 0x1234;
  Instant valid_from = TestClock::start - days(100), valid_to = TestClock::start + days(1000);
  std::string issuer_name = {};  ///< empty: issued by itself

  std::string pem(const TestKey& subject, const TestKey& issuer) const;
};

}  // namespace expogate
