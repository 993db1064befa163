#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace expogate {

/// A text is not the key or the certificate that it should be.
struct KeyError final : std::runtime_error {
  using std::runtime_error::runtime_error;
};

using SharedKey = std::shared_ptr<evp_pkey_st>;

/// RSA of at least 2048 bits, for signatures with SHA-256 and PKCS #1 v1.5 padding. Any number of threads may
/// use one.
class RsaPrivateKey {
 public:
  /// An unencrypted PEM, PKCS #1 or PKCS #8. Throws KeyError.
  static RsaPrivateKey from_pem(std::string_view pem);
  std::string sign_sha256(std::string_view bytes) const;

 private:
  explicit RsaPrivateKey(SharedKey key) : key_(std::move(key)) {}
  SharedKey key_;
};

class RsaPublicKey {
 public:
  /// Throws KeyError.
  static RsaPublicKey from_pem(std::string_view pem);
  /// Throws KeyError when the key is not RSA or too short.
  explicit RsaPublicKey(SharedKey key);
  bool has_signed_sha256(std::string_view bytes, std::string_view signature) const;

 private:
  SharedKey key_;
};

}  // namespace expogate
