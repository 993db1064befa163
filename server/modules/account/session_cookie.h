#pragma once
#include <string>

#include "platform/http/message.h"

namespace expogate::account {

/// How the session cookie is set. `Secure` is off only where a demonstration is served without TLS.
struct CookieSettings {
  bool is_secure = true;
};

/// An empty token takes the cookie away.
void set_session_cookie(http::Response& response, const std::string& token, const CookieSettings& settings);

}  // namespace expogate::account
