#include "account/session_response.h"

#include "platform/wire/codec.h"

namespace expogate::account {

http::Response session_response(SessionView view, const std::string& token, bool is_token_wanted,
                                const CookieSettings& cookies) {
  http::Response response;
  if (is_token_wanted)
    view.token = token;
  else
    set_session_cookie(response, token, cookies);
  response.body = wire::to_json(view);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

bool has_bearer(const http::Request& request) {
  return !request.header("authorization").empty();
}

}  // namespace expogate::account
