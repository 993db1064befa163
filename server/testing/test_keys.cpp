#include "testing/test_keys.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace expogate {
namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio writing() {
  return Bio(BIO_new(BIO_s_mem()), &BIO_free);
}

std::string written(const Bio& bio) {
  char* text = nullptr;
  auto size = BIO_get_mem_data(bio.get(), &text);
  return std::string(text, std::size_t(size));
}

void name(X509_NAME* whom, const std::string& common_name) {
  X509_NAME_add_entry_by_txt(whom, "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(common_name.data()),
                             int(common_name.size()), -1, 0);
}

}  // namespace

TestKey::TestKey(unsigned bits) : key_(EVP_RSA_gen(bits), EVP_PKEY_free) {}

std::string TestKey::private_pem() const {
  auto bio = writing();
  PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
  return written(bio);
}

std::string TestKey::public_pem() const {
  auto bio = writing();
  PEM_write_bio_PUBKEY(bio.get(), key_.get());
  return written(bio);
}

std::string TestCertificate::pem(const TestKey& subject, const TestKey& issuer) const {
  std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), serial);
  ASN1_TIME_set(X509_getm_notBefore(certificate.get()), valid_from.ms / 1000);
  ASN1_TIME_set(X509_getm_notAfter(certificate.get()), valid_to.ms / 1000);
  name(X509_get_subject_name(certificate.get()), common_name);
  name(X509_get_issuer_name(certificate.get()), issuer_name.empty() ? common_name : issuer_name);
  X509_set_pubkey(certificate.get(), subject.get());
  auto* constraint =
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, is_authority ? "CA:TRUE" : "CA:FALSE");
  X509_add_ext(certificate.get(), constraint, -1);
  X509_EXTENSION_free(constraint);
  X509_sign(certificate.get(), issuer.get(), EVP_sha256());
  auto bio = writing();
  PEM_write_bio_X509(bio.get(), certificate.get());
  return written(bio);
}

}  // namespace expogate
