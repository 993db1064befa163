#include "platform/paygate/unionpay_signature.h"

#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"

namespace expogate::paygate {
namespace {

/// The hexadecimal digest is what RSA signs (and hashes once more).
std::string signed_text(Fields fields) {
  fields.erase("signature");
  return sha256_hex(plainly_joined(fields));
}

/// CFCA writes common names as `041@Z12@中国银联股份有限公司@00000001`.
std::string owner_of(const std::string& common_name) {
  auto begin = common_name.find('@', common_name.find('@') + 1);
  if (begin == common_name.npos) return common_name;
  return common_name.substr(begin + 1, common_name.find('@', begin + 1) - begin - 1);
}

}  // namespace

void sign_unionpay(Fields& fields, const RsaPrivateKey& key) {
  fields["signature"] = base64_encode(key.sign_sha256(signed_text(fields)));
}

bool is_signed_by_unionpay(const Fields& fields, const UnionpayTrust& trust, Instant now) try {
  auto signature = base64_decode(field(fields, "signature"));
  if (!signature || field(fields, "version") != "5.1.0" || field(fields, "signMethod") != "01") return false;
  auto certificate = Certificate::from_pem(field(fields, "signPubKeyCert"));
  return owner_of(certificate.common_name()) == trust.name &&
         certificate.is_trusted(trust.roots, trust.between, now) &&
         certificate.public_key().has_signed_sha256(signed_text(fields), *signature);
} catch (const KeyError&) {
  return false;  // no certificate, or none that could sign
}

}  // namespace expogate::paygate
