#pragma once
#include "platform/identity/identity_provider.h"
#include "platform/outbound/signed_request.h"

namespace expogate {

struct HttpIdentitySettings {
  HttpClientSettings gateway;
  SharedSecret shared;
};

/// Asks a provider behind a gateway:
///
///   POST <url>, signed as `signed_headers` says
///   {"name":"李明","document_type":"resident_id","document_number":"310115199103070018"}
///
/// and expects 2xx with {"finding":"matched"}, signed as `is_signed_answer` says.
class HttpIdentityProvider final : public IdentityProvider {
 public:
  HttpIdentityProvider(HttpIdentitySettings settings, const Clock& clock);
  Outcome<IdentityFinding> check(const IdentityClaim& claim) override;

 private:
  HttpIdentitySettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate
