#pragma once
#include <string>
#include <string_view>

#include "base/time.h"
#include "platform/outbound/http_client.h"

namespace expogate {

/// Who we are to a gateway that shares a secret with us.
struct SharedSecret {
  std::string key_id, secret;
};

/// The headers that prove a request to be ours and new:
///
///   X-Key-Id: <key id>
///   X-Timestamp: <seconds since 1970>
///   X-Nonce: <random>
///   X-Signature: <hex of HMAC-SHA256 under the secret over "timestamp\nnonce\nbody">
HttpClient::Headers signed_headers(const SharedSecret& shared, std::string_view body, Instant now);

}  // namespace expogate
