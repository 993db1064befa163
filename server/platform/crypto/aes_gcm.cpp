#include "platform/crypto/aes_gcm.h"

#include <openssl/evp.h>

#include <memory>

#include "base/error.h"

namespace expogate::aes_gcm {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

/// The fetched algorithm and one context for each thread: making them anew costs seven times more.
EVP_CIPHER_CTX* cipher_context() {
  struct Free {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
  };
  static EVP_CIPHER* const algorithm = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
  thread_local std::unique_ptr<EVP_CIPHER_CTX, Free> context;
  if (!context) {
    context.reset(EVP_CIPHER_CTX_new());
    expect(EVP_CipherInit_ex2(context.get(), algorithm, nullptr, nullptr, 1, nullptr) == 1,
           "AES-256-GCM exists");
  }
  return context.get();
}

}  // namespace

std::string seal(std::string_view key, std::string_view nonce, std::string_view context,
                 std::string_view plaintext) {
  expect(key.size() == key_size && nonce.size() == nonce_size, "the key and the nonce are whole");
  auto* cipher = cipher_context();
  std::string out(plaintext.size() + tag_size, '\0');
  int written = 0, ignored = 0;
  bool is_done =
      EVP_EncryptInit_ex2(cipher, nullptr, bytes_of(key), bytes_of(nonce), nullptr) == 1 &&
      EVP_EncryptUpdate(cipher, nullptr, &ignored, bytes_of(context), int(context.size())) == 1 &&
      EVP_EncryptUpdate(cipher, bytes_of(out), &written, bytes_of(plaintext), int(plaintext.size())) == 1 &&
      EVP_EncryptFinal_ex(cipher, bytes_of(out) + written, &ignored) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, int(tag_size), bytes_of(out) + plaintext.size()) ==
          1;
  expect(is_done, "AES-256-GCM encrypts");
  return out;
}

std::optional<std::string> open(std::string_view key, std::string_view nonce, std::string_view context,
                                std::string_view sealed) {
  expect(key.size() == key_size, "the key is whole");
  if (nonce.size() != nonce_size || sealed.size() < tag_size) return std::nullopt;
  auto* cipher = cipher_context();
  auto ciphertext = sealed.substr(0, sealed.size() - tag_size);
  std::string out(ciphertext.size(), '\0'), tag(sealed.substr(ciphertext.size()));
  int written = 0, ignored = 0;
  bool is_genuine =
      EVP_DecryptInit_ex2(cipher, nullptr, bytes_of(key), bytes_of(nonce), nullptr) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, int(tag_size), bytes_of(tag)) == 1 &&
      EVP_DecryptUpdate(cipher, nullptr, &ignored, bytes_of(context), int(context.size())) == 1 &&
      EVP_DecryptUpdate(cipher, bytes_of(out), &written, bytes_of(ciphertext), int(ciphertext.size())) == 1 &&
      EVP_DecryptFinal_ex(cipher, bytes_of(out) + written, &ignored) == 1;
  if (!is_genuine) return std::nullopt;
  return out;
}

}  // namespace expogate::aes_gcm
