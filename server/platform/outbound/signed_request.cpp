#include "platform/outbound/signed_request.h"

#include <algorithm>

#include "base/error.h"
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

bool is_signed_answer(const SharedSecret& shared, const HttpClient::Headers& sent, const HttpAnswer& answer) {
  auto nonce = std::find_if(sent.begin(), sent.end(), [](auto& header) { return header.first == "X-Nonce"; });
  expect(nonce != sent.end(), "the request was signed");
  auto given = answer.headers.find("x-signature");
  return given != answer.headers.end() &&
         equal_in_constant_time(given->second,
                                hmac_sha256_hex(shared.secret, nonce->second + "\n" + answer.body));
}

}  // namespace expogate
