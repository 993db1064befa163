#pragma once
#include "account/account_view.h"
#include "account/session_cookie.h"
#include "platform/http/message.h"

namespace expogate::account {

/// The token goes into the cookie; into the body only for clients that cannot keep one (mini-program, gate,
/// API).
http::Response session_response(SessionView view, const std::string& token, bool is_token_wanted,
                                const CookieSettings& cookies);

/// A client that carries its token in a header gets the next one in the body.
bool has_bearer(const http::Request& request);

}  // namespace expogate::account
