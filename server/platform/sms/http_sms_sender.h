#pragma once
#include <string>

#include "base/time.h"
#include "platform/outbound/http_client.h"
#include "platform/sms/sms_sender.h"

namespace expogate {

struct HttpSmsSettings {
  HttpClientSettings gateway;
  std::string key_id, secret;
};

/// Speaks to an SMS gateway:
///
///   POST <url>
///   Idempotency-Key: <message id>
///   X-Key-Id: <key id>
///   X-Timestamp: <seconds since 1970>
///   X-Nonce: <random>
///   X-Signature: <hex of HMAC-SHA256 under the secret over "timestamp\nnonce\nbody">
///   {"mobile":"+8613812345678","text":"…","template_code":"…","parameters":{"code":"123456"}}
///
/// and expects 2xx with {"reference":"…"}.
class HttpSmsSender final : public SmsSender {
 public:
  HttpSmsSender(HttpSmsSettings settings, const Clock& clock);
  Outcome<Sent> send(const SmsMessage& message) override;

 private:
  HttpClient::Headers signed_headers(const SmsMessage& message, std::string_view body) const;

  HttpSmsSettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate
