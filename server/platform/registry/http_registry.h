#pragma once
#include "platform/outbound/signed_request.h"
#include "platform/registry/registry.h"

namespace expogate {

struct HttpRegistrySettings {
  HttpClientSettings gateway;
  SharedSecret shared;
};

/// Asks a register behind a gateway:
///
///   POST <url>, signed as `signed_headers` says
///   {"uscc":"91310115MA1K35XY5H"}
///
/// and expects 2xx with {"registered":true,"active":true,"name":"…"}.
class HttpRegistry final : public Registry {
 public:
  HttpRegistry(HttpRegistrySettings settings, const Clock& clock);
  Outcome<RegistryRecord> look_up(const std::string& uscc) override;

 private:
  HttpRegistrySettings settings_;
  const Clock& clock_;
  HttpClient client_;
};

}  // namespace expogate
