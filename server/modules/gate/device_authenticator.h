#pragma once
#include "account/session_service.h"
#include "gate/device_service.h"

namespace expogate::gate {

/// Devices at the gates show their own token; everybody else a session.
class DeviceAuthenticator final : public wire::Authenticator {
 public:
  DeviceAuthenticator(wire::Authenticator& people, DeviceService& devices)
      : people_(people), devices_(devices) {}

  Caller authenticate(const http::Request& request, bool is_write, const std::string& ip) override {
    auto token = account::SessionService::token_of(request);
    if (!token.starts_with(token_prefix)) return people_.authenticate(request, is_write, ip);
    auto caller = devices_.caller_of(token);
    caller.ip = ip;
    return caller;
  }
  void refuse_past_edition(const Caller& caller) override { people_.refuse_past_edition(caller); }

 private:
  wire::Authenticator& people_;
  DeviceService& devices_;
};

}  // namespace expogate::gate
