#include "account/session_cookie.h"

#include "account/session_service.h"

namespace expogate::account {

void set_session_cookie(http::Response& response, const std::string& token, const CookieSettings& settings) {
  auto age = token.empty() ? 0 : session_absolute_limit.ms / 1000;
  response.headers.emplace_back("Set-Cookie",
                                std::string(SessionService::cookie_name(settings.is_secure)) + "=" + token +
                                    "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(age) +
                                    (settings.is_secure ? "; Secure" : ""));
}

}  // namespace expogate::account
