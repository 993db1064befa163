#pragma once
#include "account/session_service.h"
#include "gate/device_service.h"

namespace expogate::gate {

/// Devices at the gates show their own token; everybody else a session.
class DeviceAuthenticator final : public wire::Authenticator {
 public:
  DeviceAuthenticator(account::SessionService& people, DeviceService& devices)
      : people_(people), devices_(devices) {}

  Caller authenticate(const http::Request& request, bool is_write, const std::string& ip) override {
    auto token = people_.token_of(request);
    if (!token.starts_with(token_prefix)) return people_.authenticate(request, is_write, ip);
    auto caller = devices_.caller_of(token);
    caller.ip = ip;
    return caller;
  }
  void refuse_past_edition(const Caller& caller) override { people_.refuse_past_edition(caller); }

 private:
  account::SessionService& people_;
  DeviceService& devices_;
};

}  // namespace expogate::gate
