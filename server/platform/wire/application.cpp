#include "platform/wire/application.h"

#include <chrono>

#include "platform/http/compression.h"
#include "platform/log/log.h"
#include "platform/wire/problem.h"

namespace expogate::wire {
namespace {

constexpr std::string_view allowed_of_files = "GET, HEAD, OPTIONS";
constexpr std::string_view allowed_anywhere = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
constexpr std::string_view content_security_policy =
    "; style-src 'self'; img-src 'self' data: blob:; connect-src "
    "'self'; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

constexpr std::string_view data_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

bool is_write(http::Method method) {
  return method != http::Method::get && method != http::Method::head && method != http::Method::options;
}

bool is_reading(http::Method method) {
  return method == http::Method::get || method == http::Method::head;
}

bool is_api(std::string_view path) {
  return path.starts_with("/api/") || path == "/api";
}

void add_security_headers(http::Response& response, const ApiSettings& settings, std::string_view path) {
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  if (!response.content_type.starts_with("text/html")) {
    // Answers and files are data: a browser that is led to one runs nothing in it and loads nothing for it.
    if (is_api(path)) response.headers.emplace_back("Content-Security-Policy", data_policy);
    return;
  }
  std::string scripts = "default-src 'self'; script-src 'self'";
  if (path == settings.compiling_page) scripts += " 'wasm-unsafe-eval'";
  response.headers.emplace_back("Content-Security-Policy",
                                scripts + std::string(content_security_policy) + settings.form_target);
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Permissions-Policy", "geolocation=(), microphone=()");
}

/// For whoever watches over attempts: who was refused what.
void log_refusal(std::string_view why, const Endpoint& endpoint, const Caller& caller) {
  log::warn("access_refused",
            {{"why", why}, {"route", endpoint.name}, {"account", caller.account.text}, {"ip", caller.ip}});
}

void require_access(const Endpoint& endpoint, const Caller& caller) {
  if (endpoint.access.kind == Access::Kind::everyone) return;
  if (caller.has_wrong_csrf_token) {
    log_refusal("csrf_token", endpoint, caller);
    throw NotAllowed(csrf_wrong);
  }
  bool needs_permission = endpoint.access.kind == Access::Kind::permission;
  if (needs_permission && caller.permissions.test(endpoint.access.permission)) return;
  if (!caller.is_signed_in()) throw NotSignedIn();
  if (!needs_permission) return;
  log_refusal("permission", endpoint, caller);
  throw NotAllowed(permission_denied, {{"permission", endpoint.access.permission_name}});
}

}  // namespace

ApiApplication::ApiApplication(const Router& router, Authenticator& authenticator, Idempotency& idempotency,
                               const Clock& clock, http::StaticFiles files, ApiSettings settings)
    : router_(router),
      authenticator_(authenticator),
      idempotency_(idempotency),
      clock_(clock),
      files_(std::move(files)),
      settings_(std::move(settings)),
      public_writes_(settings_.public_writes_per_minute),
      anonymous_uploads_(settings_.anonymous_uploads_per_minute) {}

Match ApiApplication::match(http::Method method, std::string_view path) const {
  auto match = router_.match(method, path);
  if (match.endpoint || match.status == 405 || is_api(path) || is_reading(method) || !files_.has(path))
    return match;
  match.status = 405;
  match.allowed = allowed_of_files;
  return match;
}

http::Plan ApiApplication::plan(http::Method method, std::string_view path) {
  auto found = match(method, path);
  if (found.endpoint) return {found.endpoint->lane, found.endpoint->body_limit};
  http::Plan plan;
  plan.lane = http::Lane::inline_;  // static files and refusals need no worker
  bool is_file = is_reading(method) && !is_api(path) && files_.has(path);
  if (!is_file && method != http::Method::options) plan.refusal = found.status;
  return plan;
}

http::Response ApiApplication::refuse(int status, const http::Request& request) {
  auto request_id = random_hex(8);
  log::RequestContext context(request_id);
  log::info("request_refused", {{"status", status}});
  auto response = plain_problem(status, locale_of(request.header_list("accept-language")), request_id);
  if (status == 405) response.headers.emplace_back("Allow", match(request.method(), request.path()).allowed);
  response.headers.emplace_back("X-Request-Id", request_id);
  add_security_headers(response, settings_, "");
  if (observer_) observer_(nullptr, status, 0);
  return response;
}

http::Response ApiApplication::handle(http::Request& request) {
  auto started = std::chrono::steady_clock::now();
  auto statements_before = db::statement_count();
  auto request_id = random_hex(8);
  log::RequestContext context(request_id);
  auto match = this->match(request.method(), request.path());
  auto response = answer(request, match, request_id);
  response.headers.emplace_back("X-Request-Id", request_id);
  add_security_headers(response, settings_, request.path());
  auto ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  if (observer_) observer_(match.endpoint, response.status, ms);
  if (match.endpoint && match.endpoint->lane != http::Lane::inline_)
    log::info("request_finished", {{"route", match.endpoint->name},
                                   {"method", method_name(request.method())},
                                   {"status", response.status},
                                   {"ms", ms},
                                   {"statements", db::statement_count() - statements_before}});
  return response;
}

http::Response ApiApplication::answer_without_endpoint(const http::Request& request, const Match& match,
                                                       Locale locale, const std::string& request_id) const {
  bool may_be_file = !is_api(request.path()) && match.status == 404;
  if (request.method() == http::Method::options) {
    http::Response response(204);
    std::string allowed = request.target() == "*" ? std::string(allowed_anywhere) : match.allowed;
    response.headers.emplace_back("Allow", allowed);
    if (!allowed.empty()) return response;
  } else if (may_be_file && is_reading(request.method())) {
    auto response = files_.serve(request);
    if (response.status != 404) return response;
  }
  auto response = plain_problem(match.status, locale, request_id);
  if (match.status == 405) response.headers.emplace_back("Allow", match.allowed);
  return response;
}

http::Response ApiApplication::answer(http::Request& request, const Match& match,
                                      const std::string& request_id) {
  auto locale = locale_of(request.header_list("accept-language"));
  if (!match.endpoint) return answer_without_endpoint(request, match, locale, request_id);
  try {
    Call call{request, {}, match.path_values, 0, {}};
    call.caller.locale = locale;
    call_endpoint(call, *match.endpoint);
    if (!match.endpoint->signature.has_raw_answer)
      call.response.headers.emplace_back("Cache-Control", "no-store");
    http::compress(request, call.response);
    return std::move(call.response);
  } catch (...) {
    return current_exception_response(locale, request_id);
  }
}

void ApiApplication::limit_strangers(const Endpoint& endpoint, const std::string& address) {
  if (!is_write(endpoint.method) || endpoint.access.kind != Access::Kind::everyone) return;
  if (endpoint.is_called_by_machines) return;
  auto network = http::limited_network(address);
  int wait_s = public_writes_.take(network, clock_.now());
  bool is_upload = endpoint.lane == http::Lane::anonymous && endpoint.signature.has_raw_body;
  if (!wait_s && is_upload) wait_s = anonymous_uploads_.take(network, clock_.now());
  if (wait_s) throw TooMany(wait_s);
}

void ApiApplication::call_endpoint(Call& call, const Endpoint& endpoint) {
  auto address = http::client_address(call.request, settings_.trusted_proxies);
  bool writes = is_write(endpoint.method);
  limit_strangers(endpoint, address);
  auto locale = call.caller.locale;
  if (endpoint.lane != http::Lane::inline_)
    call.caller = authenticator_.authenticate(call.request, writes, address);
  call.caller.locale = locale;
  require_access(endpoint, call.caller);
  bool is_of_an_edition = !endpoint.is_outside_editions && !endpoint.is_also_in_past_editions;
  if (writes && is_of_an_edition) authenticator_.refuse_past_edition(call.caller);
  if (endpoint.signature.has_raw_body) require_media_type(call, endpoint.raw_body_type);
  if (endpoint.is_idempotent)
    idempotency_.run(call, endpoint.name, endpoint.run);
  else
    endpoint.run(call);
}

}  // namespace expogate::wire
