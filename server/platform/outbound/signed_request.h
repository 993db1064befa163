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

/// Whether an answer is the other side's, and to this very request:
///
///   X-Signature: <hex of HMAC-SHA256 under the secret over "nonce of the request\nbody of the answer">
bool is_signed_answer(const SharedSecret& shared, const HttpClient::Headers& sent, const HttpAnswer& answer);

}  // namespace expogate
