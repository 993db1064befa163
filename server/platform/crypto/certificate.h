#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "platform/crypto/rsa.h"

struct x509_st;

namespace expogate {

/// An X.509 certificate.
class Certificate {
 public:
  /// The only one in a PEM. Throws KeyError.
  static Certificate from_pem(std::string_view pem);
  /// All of a PEM, at least one. Throws KeyError.
  static std::vector<Certificate> list_from_pem(std::string_view pem);

  /// Throws KeyError when it is not RSA or too short.
  RsaPublicKey public_key() const;
  std::string serial_hex() const;      ///< upper case: how WeChat Pay names certificates
  std::string serial_decimal() const;  ///< how UnionPay does
  std::string common_name() const;     ///< of its subject; empty when there is none

  /// Whether a chain leads from it over `between` to one of the `roots`, all valid at the moment.
  bool is_trusted(const std::vector<Certificate>& roots, const std::vector<Certificate>& between,
                  Instant at) const;

 private:
  explicit Certificate(std::shared_ptr<x509_st> certificate) : certificate_(std::move(certificate)) {}
  std::shared_ptr<x509_st> certificate_;
};

}  // namespace expogate
