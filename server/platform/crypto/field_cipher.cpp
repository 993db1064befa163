#include "platform/crypto/field_cipher.h"

#include <openssl/evp.h>

#include <memory>

#include "base/error.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"

namespace expogate {
namespace {

constexpr char version_aes_256_gcm = 1;
constexpr std::size_t header_size = 3, nonce_size = 12, tag_size = 16;
constexpr std::size_t frame_size = header_size + nonce_size + tag_size;

/// The parts of a sealed value, as views into its bytes.
struct Frame {
  KeyRing::Kid kid;
  std::string_view nonce, ciphertext, tag;
};

std::optional<Frame> frame_of(std::string_view bytes) {
  if (bytes.size() < frame_size || bytes[0] != version_aes_256_gcm) return std::nullopt;
  auto kid = KeyRing::Kid((unsigned char)(bytes[1]) << 8 | (unsigned char)(bytes[2]));
  auto body = bytes.substr(header_size + nonce_size);
  return Frame{kid, bytes.substr(header_size, nonce_size), body.substr(0, body.size() - tag_size),
               body.substr(body.size() - tag_size)};
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

/// AES-256-GCM with the fetched algorithm and one context for each thread: making them anew costs seven times
/// more.
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

/// Ciphertext followed by its tag.
std::string encrypt(std::string_view key, std::string_view nonce, std::string_view context,
                    std::string_view plaintext) {
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

std::optional<std::string> decrypt(std::string_view key, std::string_view context, const Frame& frame) {
  auto* cipher = cipher_context();
  std::string out(frame.ciphertext.size(), '\0'), tag(frame.tag);
  int written = 0, ignored = 0;
  bool is_genuine =
      EVP_DecryptInit_ex2(cipher, nullptr, bytes_of(key), bytes_of(frame.nonce), nullptr) == 1 &&
      EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, int(tag_size), bytes_of(tag)) == 1 &&
      EVP_DecryptUpdate(cipher, nullptr, &ignored, bytes_of(context), int(context.size())) == 1 &&
      EVP_DecryptUpdate(cipher, bytes_of(out), &written, bytes_of(frame.ciphertext), int(out.size())) == 1 &&
      EVP_DecryptFinal_ex(cipher, bytes_of(out) + written, &ignored) == 1;
  if (!is_genuine) return std::nullopt;
  return out;
}

}  // namespace

std::string FieldCipher::seal(std::string_view plaintext, std::string_view context) const {
  auto kid = ring_.writing_kid();
  auto nonce = random_bytes(nonce_size);
  std::string bytes{version_aes_256_gcm, char(kid >> 8), char(kid & 0xFF)};
  bytes += nonce;
  bytes += encrypt(*ring_.find(kid), nonce, context, plaintext);
  return base64url_encode(bytes);
}

std::string FieldCipher::open(std::string_view sealed, std::string_view context) const {
  auto bytes = base64url_decode(sealed).value_or("");
  auto frame = frame_of(bytes);
  if (!frame) throw CannotOpen("this is no sealed value: " + std::string(context));
  auto* key = ring_.find(frame->kid);
  if (!key)
    throw CannotOpen("the ring has no key " + std::to_string(frame->kid) + ": " + std::string(context));
  auto plaintext = decrypt(*key, context, *frame);
  if (!plaintext) throw CannotOpen("the sealed value was changed or moved: " + std::string(context));
  return *std::move(plaintext);
}

std::string FieldCipher::reseal(std::string_view sealed, std::string_view context) const {
  return seal(open(sealed, context), context);
}

std::optional<KeyRing::Kid> FieldCipher::kid_of(std::string_view sealed) {
  auto bytes = base64url_decode(sealed).value_or("");
  auto frame = frame_of(bytes);
  if (!frame) return std::nullopt;
  return frame->kid;
}

}  // namespace expogate
