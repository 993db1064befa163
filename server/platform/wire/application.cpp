#include "platform/wire/application.h"

#include <chrono>

#include "base/text.h"
#include "platform/log/log.h"
#include "platform/wire/problem.h"

namespace expogate::wire {
namespace {

constexpr std::string_view content_security_policy =
    "; style-src 'self'; img-src 'self' data: blob:; connect-src "
    "'self'; "
    "object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self' ";

bool is_write(http::Method method) {
  return method != http::Method::get && method != http::Method::head && method != http::Method::options;
}

bool is_api(std::string_view path) {
  return path.starts_with("/api/") || path == "/api";
}

void add_security_headers(http::Response& response, const ApiSettings& settings, std::string_view path) {
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  if (!response.content_type.starts_with("text/html")) return;
  std::string scripts = "default-src 'self'; script-src 'self'";
  if (path == settings.compiling_page) scripts += " 'wasm-unsafe-eval'";
  response.headers.emplace_back("Content-Security-Policy",
                                scripts + std::string(content_security_policy) + settings.form_target);
  response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Permissions-Policy", "geolocation=(), microphone=()");
}

void require_access(const Endpoint& endpoint, const Caller& caller) {
  if (endpoint.access.kind == Access::Kind::everyone) return;
  if (caller.has_wrong_csrf_token) throw NotAllowed(csrf_wrong);
  bool needs_permission = endpoint.access.kind == Access::Kind::permission;
  if (needs_permission && caller.permissions.test(endpoint.access.permission)) return;
  if (!caller.is_signed_in()) throw NotSignedIn();
  if (needs_permission)
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
      public_writes_(settings_.public_writes_per_minute) {}

http::Plan ApiApplication::plan(http::Method method, std::string_view path) {
  auto match = router_.match(method, path);
  if (match.endpoint) return {match.endpoint->lane, match.endpoint->body_limit};
  return {http::Lane::inline_, 0};  // static files and refusals need no worker
}

http::Response ApiApplication::refuse(int status) {
  auto response = plain_problem(status, Locale::zh_cn, "");
  add_security_headers(response, settings_, "");
  return response;
}

http::Response ApiApplication::handle(http::Request& request) {
  auto started = std::chrono::steady_clock::now();
  auto statements_before = db::statement_count();
  auto request_id = random_hex(8);
  log::RequestContext context(request_id);
  auto match = router_.match(request.method(), request.path());
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

http::Response ApiApplication::answer(http::Request& request, const Match& match,
                                      const std::string& request_id) {
  auto locale = locale_of(request.header("accept-language"));
  if (!match.endpoint) {
    bool is_file = !is_api(request.path()) && !is_write(request.method()) && match.status == 404;
    if (!is_file) return plain_problem(match.status, locale, request_id);
    auto response = files_.serve(request);
    if (response.status == 404) return plain_problem(404, locale, request_id);
    return response;
  }
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

void ApiApplication::call_endpoint(Call& call, const Endpoint& endpoint) {
  auto address = address_of(call.request);
  bool writes = is_write(endpoint.method);
  if (writes && endpoint.access.kind == Access::Kind::everyone && !endpoint.is_called_by_machines)
    if (int wait_s = public_writes_.take(address, clock_.now())) throw TooMany(wait_s);
  auto locale = call.caller.locale;
  if (endpoint.lane != http::Lane::inline_)
    call.caller = authenticator_.authenticate(call.request, writes, address);
  call.caller.locale = locale;
  require_access(endpoint, call.caller);
  if (writes && !endpoint.is_outside_editions) authenticator_.refuse_past_edition(call.caller);
  if (endpoint.signature.has_raw_body) require_media_type(call, endpoint.raw_body_type);
  if (endpoint.is_idempotent)
    idempotency_.run(call, endpoint.name, endpoint.run);
  else
    endpoint.run(call);
}

std::string ApiApplication::address_of(const http::Request& request) const {
  if (!settings_.is_behind_proxy) return request.remote_address;
  // The last entry is the one our own proxy has added; earlier ones can be invented by the client.
  auto forwarded = request.header("x-forwarded-for");
  auto last = forwarded.substr(forwarded.rfind(',') + 1);
  return last.empty() ? request.remote_address : std::string(trimmed(last));
}

}  // namespace expogate::wire
