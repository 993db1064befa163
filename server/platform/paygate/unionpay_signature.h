#pragma once
#include <string>
#include <vector>

#include "platform/crypto/certificate.h"
#include "platform/paygate/form.h"

/// How UnionPay ACP 5.1.0 signs with signMethod 01 (RSA with SHA-256), both ways.
namespace expogate::paygate {

/// What must be true of the certificate that comes with each of UnionPay's messages.
struct UnionpayTrust {
  std::vector<Certificate> roots, between;
  std::string name = "中国银联股份有限公司";  ///< `00040000:SIGN` in UnionPay's test system
};

/// Adds the field `signature`.
void sign_unionpay(Fields& fields, const RsaPrivateKey& key);

/// Signed by a certificate that is UnionPay's at this moment.
bool is_signed_by_unionpay(const Fields& fields, const UnionpayTrust& trust, Instant now);

}  // namespace expogate::paygate
