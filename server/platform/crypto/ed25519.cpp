#include "platform/crypto/ed25519.h"

#include <sodium.h>

#include "base/error.h"

namespace expogate {
namespace {

static_assert(ed25519_seed_bytes == crypto_sign_SEEDBYTES);
static_assert(ed25519_public_key_bytes == crypto_sign_PUBLICKEYBYTES);
static_assert(ed25519_signature_bytes == crypto_sign_BYTES);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

Ed25519Key::Ed25519Key(std::string_view seed)
    : secret_key_(crypto_sign_SECRETKEYBYTES, '\0'), public_key_(ed25519_public_key_bytes, '\0') {
  expect(seed.size() == ed25519_seed_bytes, "an Ed25519 seed has 32 bytes");
  crypto_sign_seed_keypair(bytes_of(public_key_), bytes_of(secret_key_), bytes_of(seed));
}

std::string Ed25519Key::sign(std::string_view message) const {
  std::string signature(ed25519_signature_bytes, '\0');
  crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(message), message.size(),
                       bytes_of(std::string_view(secret_key_)));
  return signature;
}

bool has_signed_ed25519(std::string_view public_key, std::string_view message, std::string_view signature) {
  return public_key.size() == ed25519_public_key_bytes && signature.size() == ed25519_signature_bytes &&
         crypto_sign_verify_detached(bytes_of(signature), bytes_of(message), message.size(),
                                     bytes_of(public_key)) == 0;
}

}  // namespace expogate
