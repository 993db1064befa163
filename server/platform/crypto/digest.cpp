#include "platform/crypto/digest.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <memory>

#include "base/error.h"
#include "platform/crypto/encoding.h"

namespace expogate {
namespace {

constexpr std::size_t sha256_size = 32;
constexpr std::size_t hashed_at_once = 256 * 1024;

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeMac {
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

// Fetching an algorithm and making a context cost several times the work itself, so each thread keeps one.
EVP_MD_CTX* sha256_context() {
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  thread_local std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
  expect(EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1, "SHA-256 begins");
  return context.get();
}

void add_to(EVP_MD_CTX* context, std::string_view bytes) {
  expect(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1, "SHA-256 goes on");
}

std::string ended(EVP_MD_CTX* context) {
  std::string digest(sha256_size, '\0');
  expect(EVP_DigestFinal_ex(context, bytes_of(digest), nullptr) == 1, "SHA-256 ends");
  return digest;
}

std::unique_ptr<EVP_MAC_CTX, FreeMac> new_hmac_context() {
  static EVP_MAC* const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  std::unique_ptr<EVP_MAC_CTX, FreeMac> context(EVP_MAC_CTX_new(algorithm));
  char digest[] = "SHA256";
  const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                   OSSL_PARAM_construct_end()};
  expect(context && EVP_MAC_CTX_set_params(context.get(), parameters) == 1, "HMAC-SHA256 exists");
  return context;
}

}  // namespace

std::string sha256(std::string_view bytes) {
  auto* context = sha256_context();
  add_to(context, bytes);
  return ended(context);
}

std::string sha256_hex(std::string_view bytes) {
  return hex_encode(sha256(bytes));
}

std::string sha256_hex(ByteSource& source) {
  auto* context = sha256_context();
  std::string piece(hashed_at_once, '\0');
  while (auto count = source.read(piece.data(), piece.size()))
    add_to(context, std::string_view(piece).substr(0, count));
  return hex_encode(ended(context));
}

std::string sha1_hex(std::string_view bytes) {
  std::string digest(20, '\0');
  bool is_done = EVP_Digest(bytes.data(), bytes.size(), bytes_of(digest), nullptr, EVP_sha1(), nullptr) == 1;
  expect(is_done, "SHA-1 exists");
  return hex_encode(digest);
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
  thread_local auto context = new_hmac_context();
  if (key.data() == nullptr) key = "";  // a null key would mean "the key of the last call"
  std::string mac(sha256_size, '\0');
  std::size_t size = 0;
  bool is_done = EVP_MAC_init(context.get(), bytes_of(key), key.size(), nullptr) == 1 &&
                 EVP_MAC_update(context.get(), bytes_of(bytes), bytes.size()) == 1 &&
                 EVP_MAC_final(context.get(), bytes_of(mac), &size, mac.size()) == 1;
  expect(is_done && size == mac.size(), "HMAC-SHA256 ends");
  return mac;
}

std::string hmac_sha256_hex(std::string_view key, std::string_view bytes) {
  return hex_encode(hmac_sha256(key, bytes));
}

std::string hkdf_sha256(std::string_view key, std::string_view purpose) {
  auto extracted = hmac_sha256(std::string(sha256_size, '\0'), key);
  return hmac_sha256(extracted, std::string(purpose) + '\x01');  // 32 bytes are exactly the first block
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace expogate
