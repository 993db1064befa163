#include "platform/crypto/rsa.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include "base/error.h"

namespace expogate {
namespace {

constexpr int least_bits = 2048;

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::unique_ptr<BIO, FreeBio> reading(std::string_view pem) {
  return std::unique_ptr<BIO, FreeBio>(BIO_new_mem_buf(pem.data(), int(pem.size())));
}

/// Without it, libcrypto would ask for a passphrase at the terminal.
int no_passphrase(char*, int, int, void*) {
  return -1;
}

void require_rsa(const SharedKey& key) {
  if (EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA) throw KeyError("the key is not RSA");
  if (EVP_PKEY_get_bits(key.get()) < least_bits) throw KeyError("the RSA key has less than 2048 bits");
}

}  // namespace

RsaPrivateKey RsaPrivateKey::from_pem(std::string_view pem) {
  SharedKey key(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, no_passphrase, nullptr), EVP_PKEY_free);
  if (!key) throw KeyError("this is no private key in PEM without a passphrase");
  require_rsa(key);
  return RsaPrivateKey(std::move(key));
}

std::string RsaPrivateKey::sign_sha256(std::string_view bytes) const {
  Digest context(EVP_MD_CTX_new());
  std::string signature(std::size_t(EVP_PKEY_get_size(key_.get())), '\0');
  auto size = signature.size();
  bool is_done = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
                 EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                                bytes_of(bytes), bytes.size()) == 1;
  expect(is_done && size == signature.size(), "RSA signs");
  return signature;
}

RsaPublicKey RsaPublicKey::from_pem(std::string_view pem) {
  SharedKey key(PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, no_passphrase, nullptr), EVP_PKEY_free);
  if (!key) throw KeyError("this is no public key in PEM");
  return RsaPublicKey(std::move(key));
}

RsaPublicKey::RsaPublicKey(SharedKey key) : key_(std::move(key)) {
  require_rsa(key_);
}

bool RsaPublicKey::has_signed_sha256(std::string_view bytes, std::string_view signature) const {
  Digest context(EVP_MD_CTX_new());
  return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(bytes),
                          bytes.size()) == 1;
}

}  // namespace expogate
