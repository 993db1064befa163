#pragma once
#include <memory>
#include <string>

#include "platform/http/client_address.h"
#include "platform/http/static_files.h"
#include "platform/wire/idempotency.h"
#include "platform/wire/rate_limit.h"
#include "platform/wire/router.h"

namespace expogate::wire {

inline const ErrorCode csrf_wrong{"session.csrf", "页面已过期，请刷新后重试",
                                  "The page has expired; please reload it and try again"};

/// Turns a request's credentials into a Caller. `is_write` requires the CSRF token of a cookie session.
class Authenticator {
 public:
  virtual ~Authenticator() = default;
  virtual Caller authenticate(const http::Request& request, bool is_write, const std::string& ip) = 0;
  /// Throws when a write reaches an edition that cannot be written (EDN-02).
  virtual void refuse_past_edition(const Caller& caller) = 0;
};

struct ApiSettings {
  http::TrustedProxies trusted_proxies = {};  ///< whose X-Forwarded-For is believed
  int public_writes_per_minute = 60;          ///< per address, for routes open to everyone; 0: no limit
  int anonymous_uploads_per_minute = 20;      ///< per address, of people who have not signed in; 0: no limit
  std::string form_target = {};     ///< where pages may send a form beside here: a payment provider's page
  std::string compiling_page = {};  ///< the one page that runs programs compiled for the browser
};

/// What observes finished requests (metrics).
using RequestObserver = std::function<void(const Endpoint*, int status, double ms)>;

/// The program as the HTTP server sees it: the API, and the built web application for every other path.
class ApiApplication final : public http::Application {
 public:
  ApiApplication(const Router& router, Authenticator& authenticator, Idempotency& idempotency,
                 const Clock& clock, http::StaticFiles files, ApiSettings settings);
  http::Plan plan(http::Method method, std::string_view path) override;
  http::Response handle(http::Request& request) override;
  http::Response refuse(int status, const http::Request& request) override;
  void observe(RequestObserver observer) { observer_ = std::move(observer); }

 private:
  http::Response answer(http::Request& request, const Match& match, const std::string& request_id);
  Match match(http::Method method, std::string_view path) const;
  http::Response answer_without_endpoint(const http::Request& request, const Match& match, Locale locale,
                                         const std::string& request_id) const;
  void call_endpoint(Call& call, const Endpoint& endpoint);
  void limit_strangers(const Endpoint& endpoint, const std::string& address);
  const Router& router_;
  Authenticator& authenticator_;
  Idempotency& idempotency_;
  const Clock& clock_;
  http::StaticFiles files_;
  ApiSettings settings_;
  RateLimit public_writes_, anonymous_uploads_;
  RequestObserver observer_;
};

}  // namespace expogate::wire
