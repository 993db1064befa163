#include "platform/crypto/token.h"

#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"

namespace expogate {

std::string new_token() {
  return base64url_encode(random_bytes(32));
}

}  // namespace expogate
