#include "platform/wire/problem.h"

#include <algorithm>

#include "base/text.h"
#include "platform/db/error.h"
#include "platform/http/field_syntax.h"
#include "platform/log/log.h"
#include "platform/wire/codec.h"

namespace expogate::wire {
namespace {

const ErrorCode bad_request{"request.malformed", "请求格式不正确", "The request is malformed"};
const ErrorCode method_not_allowed{"request.method", "此地址不支持该操作",
                                   "This method is not supported at this address"};
const ErrorCode body_too_large{"request.too_large", "提交的内容过大", "The content is too large"};
const ErrorCode head_too_large{"request.head_too_large", "请求头过大", "The request headers are too large"};
const ErrorCode target_too_long{"request.target_too_long", "地址过长", "The address is too long"};
const ErrorCode expectation_failed{"request.expectation", "不支持请求中的 Expect",
                                   "The Expect header is not supported"};
const ErrorCode not_implemented{"request.not_implemented", "不支持此请求方式",
                                "This request method or transfer coding is not supported"};
const ErrorCode version_unknown{"request.http_version", "不支持此 HTTP 版本",
                                "This HTTP version is not supported"};
const ErrorCode busy{"server.busy", "系统繁忙，请稍后重试", "The system is busy; please try again shortly"};
const ErrorCode internal{
    "server.internal", "系统出错，已记录；请将编号 {request_id} 告知管理员",
    "A system error has occurred and been recorded; please quote {request_id} to the administrator"};

void write_member(std::string& out, std::string_view name, std::string_view text) {
  out += out.size() > 1 ? "," : "";
  write_text(out, name);
  out += ':';
  write_text(out, text);
}

std::string details_json(const Details& details) {
  std::string out = "{";
  for (auto& [name, detail] : details) {
    out += out.size() > 1 ? "," : "";
    write_text(out, name);
    out += ':';
    if (detail.is_number)
      out += detail.value;
    else
      write_text(out, detail.value);
  }
  return out + "}";
}

std::string errors_json(const std::vector<FieldError>& fields, Locale locale) {
  std::string out = "[";
  for (auto& field : fields) {
    std::string item = "{";
    write_member(item, "field", field.field);
    write_member(item, "code", field.code->code);
    write_member(item, "message", message_of(*field.code, locale, field.details));
    out += (out.size() > 1 ? "," : "") + item + "}";
  }
  return out + "]";
}

const ErrorCode& code_of_status(int status) {
  switch (status) {
    case 404:
      return not_found_code;
    case 405:
      return method_not_allowed;
    case 413:
      return body_too_large;
    case 414:
      return target_too_long;
    case 417:
      return expectation_failed;
    case 431:
      return head_too_large;
    case 501:
      return not_implemented;
    case 503:
      return busy;
    case 505:
      return version_unknown;
    default:
      return bad_request;
  }
}

}  // namespace

http::Response problem_response(const Problem& problem, Locale locale, const std::string& request_id) {
  http::Response response(problem.status());
  response.content_type = "application/problem+json";
  std::string body = "{";
  write_member(body, "type", "/api/docs#" + std::string(problem.code().code));
  body += ",\"status\":" + std::to_string(problem.status());
  write_member(body, "title", message_of(problem.code(), locale, problem.details()));
  write_member(body, "code", problem.code().code);
  write_member(body, "detail", message_of(problem.code(), locale, problem.details()));
  write_member(body, "request_id", request_id);
  body += ",\"details\":" + details_json(problem.details());
  std::vector<FieldError> fields;
  if (auto* invalid = dynamic_cast<const ValidationError*>(&problem)) fields = invalid->fields();
  body += ",\"errors\":" + errors_json(fields, locale) + "}";
  response.body = std::move(body);
  if (problem.retry_after_s)
    response.headers.emplace_back("Retry-After", std::to_string(*problem.retry_after_s));
  return response;
}

http::Response plain_problem(int status, Locale locale, const std::string& request_id) {
  Problem problem(status, code_of_status(status));
  if (status == 503) problem.retry_after_s = 1;
  return problem_response(problem, locale, request_id);
}

http::Response current_exception_response(Locale locale, const std::string& request_id) {
  try {
    throw;
  } catch (const Problem& problem) {
    return problem_response(problem, locale, request_id);
  } catch (const db::Error& error) {
    if (error.fault() == db::Fault::busy || error.fault() == db::Fault::connection) {
      log::warn("database_unavailable", {{"reason", error.what()}});
      return plain_problem(503, locale, request_id);
    }
    log::error("request_failed", {{"reason", error.what()}});
  } catch (const std::exception& error) {
    log::error("request_failed", {{"reason", error.what()}});
  } catch (...) {
    log::error("request_failed", {{"reason", "something that is no exception of ours was thrown"}});
  }
  return problem_response(Problem(500, internal, {{"request_id", request_id}}), locale, request_id);
}

Locale locale_of(std::string_view accept_language) {
  double best_zh = 0, best_en = 0;
  bool has_zh = false, is_en_first = false;
  http::for_each_element(accept_language, [&](std::string_view element) {
    auto language = ascii_lower(element.substr(0, std::min<std::size_t>(2, element.size())));
    auto weight = http::weight_of(element);
    if (language == "zh") best_zh = std::max(best_zh, weight), has_zh = true;
    if (language != "en") return;
    is_en_first = !has_zh && weight > 0;
    best_en = std::max(best_en, weight);
  });
  return best_en > best_zh || (best_en == best_zh && is_en_first) ? Locale::en : Locale::zh_cn;
}

}  // namespace expogate::wire
