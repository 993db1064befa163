#include "platform/outbound/signed_request.h"

#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"

namespace expogate {

HttpClient::Headers signed_headers(const SharedSecret& shared, std::string_view body, Instant now) {
  auto timestamp = std::to_string(now.ms / 1000);
  auto nonce = new_token();
  return {
      {"X-Key-Id", shared.key_id},
      {"X-Timestamp", timestamp},
      {"X-Nonce", nonce},
      {"X-Signature", hmac_sha256_hex(shared.secret, timestamp + "\n" + nonce + "\n" + std::string(body))}};
}

}  // namespace expogate
