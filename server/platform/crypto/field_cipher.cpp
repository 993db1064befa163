#include "platform/crypto/field_cipher.h"

#include "platform/crypto/aes_gcm.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"

namespace expogate {
namespace {

constexpr char version_aes_256_gcm = 1;
constexpr std::size_t header_size = 3;
constexpr std::size_t frame_size = header_size + aes_gcm::nonce_size + aes_gcm::tag_size;

/// The parts of a sealed value, as views into its bytes.
struct Frame {
  KeyRing::Kid kid;
  std::string_view nonce, body;
};

std::optional<Frame> frame_of(std::string_view bytes) {
  if (bytes.size() < frame_size || bytes[0] != version_aes_256_gcm) return std::nullopt;
  auto kid = KeyRing::Kid((unsigned char)(bytes[1]) << 8 | (unsigned char)(bytes[2]));
  return Frame{kid, bytes.substr(header_size, aes_gcm::nonce_size),
               bytes.substr(header_size + aes_gcm::nonce_size)};
}

}  // namespace

std::string FieldCipher::seal(std::string_view plaintext, std::string_view context) const {
  auto kid = ring_.writing_kid();
  auto nonce = random_bytes(aes_gcm::nonce_size);
  std::string bytes{version_aes_256_gcm, char(kid >> 8), char(kid & 0xFF)};
  bytes += nonce;
  bytes += aes_gcm::seal(*ring_.find(kid), nonce, context, plaintext);
  return base64url_encode(bytes);
}

std::string FieldCipher::open(std::string_view sealed, std::string_view context) const {
  if (sealed.empty()) return "";  // erased: nothing stands there, and nothing is read (RET-01)
  auto bytes = base64url_decode(sealed).value_or("");
  auto frame = frame_of(bytes);
  if (!frame) throw CannotOpen("this is no sealed value: " + std::string(context));
  auto* key = ring_.find(frame->kid);
  if (!key)
    throw CannotOpen("the ring has no key " + std::to_string(frame->kid) + ": " + std::string(context));
  auto plaintext = aes_gcm::open(*key, frame->nonce, context, frame->body);
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
