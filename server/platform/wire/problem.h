#pragma once
#include "base/error.h"
#include "platform/http/message.h"

namespace expogate::wire {

/// The answer to a request that did not succeed: problem details (RFC 9457) in the caller's language.
http::Response problem_response(const Problem& problem, Locale locale, const std::string& request_id);

/// The one place where exceptions become answers. Call it from a catch block; what is no Problem is a bug:
/// 500, logged.
http::Response current_exception_response(Locale locale, const std::string& request_id);

/// For requests that no route has seen (400, 404, 405, 413, 431, 503).
http::Response plain_problem(int status, Locale locale, const std::string& request_id);

/// `en` when the header prefers English over Chinese.
Locale locale_of(std::string_view accept_language);

}  // namespace expogate::wire
