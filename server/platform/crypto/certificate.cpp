#include "platform/crypto/certificate.h"

#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include "base/error.h"

namespace expogate {
namespace {

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(BIGNUM* number) const { BN_free(number); }
  void operator()(char* text) const { OPENSSL_free(text); }
  void operator()(unsigned char* text) const { OPENSSL_free(text); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(STACK_OF(X509) * list) const { sk_X509_free(list); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

/// Without it, libcrypto would ask for a passphrase at the terminal.
int no_passphrase(char*, int, int, void*) {
  return -1;
}

Owned<BIGNUM> serial_of(const X509* certificate) {
  return Owned<BIGNUM>(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
}

}  // namespace

Certificate Certificate::from_pem(std::string_view pem) {
  auto list = list_from_pem(pem);
  if (list.size() != 1) throw KeyError("there is more than one certificate");
  return list.front();
}

std::vector<Certificate> Certificate::list_from_pem(std::string_view pem) {
  Owned<BIO> bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
  std::vector<Certificate> list;
  while (auto* one = PEM_read_bio_X509(bio.get(), nullptr, no_passphrase, nullptr))
    list.push_back(Certificate(std::shared_ptr<X509>(one, X509_free)));
  if (list.empty()) throw KeyError("this is no certificate in PEM");
  return list;
}

RsaPublicKey Certificate::public_key() const {
  SharedKey key(X509_get_pubkey(certificate_.get()), EVP_PKEY_free);
  if (!key) throw KeyError("the certificate's key cannot be read");
  return RsaPublicKey(std::move(key));
}

std::string Certificate::serial_hex() const {
  return Owned<char>(BN_bn2hex(serial_of(certificate_.get()).get())).get();
}

std::string Certificate::serial_decimal() const {
  return Owned<char>(BN_bn2dec(serial_of(certificate_.get()).get())).get();
}

std::string Certificate::common_name() const {
  auto* subject = X509_get_subject_name(certificate_.get());
  int place = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (place < 0) return {};
  unsigned char* text = nullptr;
  int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place)));
  Owned<unsigned char> owned(text);
  return size < 0 ? std::string() : std::string(reinterpret_cast<char*>(text), std::size_t(size));
}

bool Certificate::is_trusted(const std::vector<Certificate>& roots, const std::vector<Certificate>& between,
                             Instant at) const {
  Owned<X509_STORE> store(X509_STORE_new());
  for (auto& root : roots) X509_STORE_add_cert(store.get(), root.certificate_.get());
  Owned<STACK_OF(X509)> chain(sk_X509_new_null());
  for (auto& one : between) sk_X509_push(chain.get(), one.certificate_.get());
  Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  bool is_ready = X509_STORE_CTX_init(context.get(), store.get(), certificate_.get(), chain.get()) == 1;
  expect(is_ready, "a certificate can be checked");
  X509_STORE_CTX_set_time(context.get(), 0, at.ms / 1000);
  return X509_verify_cert(context.get()) == 1;
}

}  // namespace expogate
