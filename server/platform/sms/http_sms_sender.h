#pragma once
#include <string>

#include "base/time.h"
#include "platform/outbound/signed_request.h"
#include "platform/sms/sms_sender.h"

namespace expogate {

struct HttpSmsSettings {
  HttpClientSettings gateway;
  SharedSecret shared;
};

/// Speaks to an SMS gateway:
///
///   POST <url>, signed as `signed_headers` says
///   Idempotency-Key: <message id>
///   {"mobile":"+8613812345678","text":"…","template_code":"…","parameters":{"code":"123456"}}
///
/// and expects 2xx with {"reference":"…"}.
class HttpSmsSender final : public SmsSender {
 public:
  HttpSmsSender(HttpSmsSettings settings, const Clock& clock);
  Outcome<Sent> send(const SmsMessage& message) override;

 private:
  HttpSmsSettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate
