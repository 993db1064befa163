#include "platform/crypto/blind_index.h"

#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"

namespace expogate {

std::string blind_index(const KeyRing& ring, std::string_view purpose, std::string_view normalised_value) {
  auto key = ring.derive("blind-index/" + std::string(purpose));
  return hex_encode(hmac_sha256(key, normalised_value).substr(0, 16));
}

}  // namespace expogate
