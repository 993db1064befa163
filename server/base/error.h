#pragma once
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/locale.h"
#include "base/time.h"

namespace expogate {

/// A stable code with the words people read. Defined once, beside the rule that gives it:
///   inline const ErrorCode window_closed{"edition.window_closed", "现在不在开放时间内…", "This is not open
///   now…"};
/// `{name}` in the words is replaced by the detail of that name. All codes are listed by `expogate
/// error-codes`.
struct ErrorCode {
  ErrorCode(std::string_view code, std::string_view zh, std::string_view en);
  std::string_view code, zh, en;
  std::string_view words(Locale locale) const { return locale == Locale::en ? en : zh; }
};

/// Every code that this program can answer, sorted by code.
std::vector<const ErrorCode*> all_error_codes();

/// What belongs to a refusal besides its words: figures, dates, names. Values are text; numbers are written
/// bare.
struct Detail {
  std::string value;
  bool is_number = false;
  Detail(std::string text) : value(std::move(text)) {}
  Detail(const char* text) : value(text) {}
  template <class N>
  requires std::is_integral_v<N> &&(!std::is_same_v<N, bool>)Detail(N number)
      : value(std::to_string(number)), is_number(true) {}
  Detail(bool truth) : value(truth ? "true" : "false"), is_number(true) {}
  Detail(Instant at) : value(to_rfc3339(at)) {}
};
using Details = std::map<std::string, Detail>;

/// The words of a code in one language with its details filled in.
std::string message_of(const ErrorCode& code, Locale locale, const Details& details = {});

/// One wrong field: `field` is a path such as `prices[2].fee_fen`.
struct FieldError {
  std::string field;
  const ErrorCode* code;
  Details details = {};
};

/// Thrown to end a request; mapped to an answer in exactly one place (`platform/wire/problem`).
class Problem : public std::exception {
 public:
  Problem(int status, const ErrorCode& code, Details details = {})
      : status_(status), code_(&code), details_(std::move(details)) {}
  const char* what() const noexcept override { return code_->code.data(); }
  int status() const { return status_; }
  const ErrorCode& code() const { return *code_; }
  const Details& details() const { return details_; }
  std::optional<int> retry_after_s;

 private:
  int status_;
  const ErrorCode* code_;
  Details details_;
};

inline const ErrorCode request_invalid{"request.invalid", "有 {count} 处需要更正",
                                       "Fields to be corrected: {count}"};
inline const ErrorCode session_required{"session.required", "请先登录", "Please sign in first"};
inline const ErrorCode permission_denied{
    "permission.denied", "您的账号没有此权限，请联系本单位的管理员账号",
    "Your account does not have permission to do this; please contact your organization’s administrator"};
inline const ErrorCode not_found_code{"resource.not_found", "没有找到，或您无权查看",
                                      "Not found, or you do not have access"};
inline const ErrorCode stale_code{
    "resource.stale", "内容已被他人修改，请核对最新内容后再保存",
    "This has been changed by someone else; please check the latest version and save again"};
inline const ErrorCode too_many_code{"request.too_many", "操作过于频繁，请在 {retry_after_s} 秒后再试",
                                     "Too many requests; please try again in {retry_after_s} s"};

/// 422: the shape of what was sent is wrong; all wrong fields at once.
class ValidationError final : public Problem {
 public:
  explicit ValidationError(std::vector<FieldError> fields)
      : Problem(422, request_invalid, {{"count", fields.size()}}), fields_(std::move(fields)) {}
  ValidationError(std::string field, const ErrorCode& code, Details details = {})
      : ValidationError(std::vector{FieldError{std::move(field), &code, std::move(details)}}) {}
  const std::vector<FieldError>& fields() const { return fields_; }

 private:
  std::vector<FieldError> fields_;
};

/// 401: nobody is signed in, or the session has ended.
struct NotSignedIn final : Problem {
  explicit NotSignedIn(const ErrorCode& code = session_required, Details details = {})
      : Problem(401, code, std::move(details)) {}
};

/// 403: signed in, and may not.
struct NotAllowed final : Problem {
  explicit NotAllowed(const ErrorCode& code = permission_denied, Details details = {})
      : Problem(403, code, std::move(details)) {}
};

/// 404: does not exist, or not for this caller (ACC-06).
struct NotFound final : Problem {
  NotFound() : Problem(404, not_found_code) {}
};

/// 409: the rules say no.
struct Refusal final : Problem {
  explicit Refusal(const ErrorCode& code, Details details = {}) : Problem(409, code, std::move(details)) {}
};

/// 412: edited by somebody else since it was read.
struct Stale final : Problem {
  Stale() : Problem(412, stale_code) {}
};

/// 429 with Retry-After.
struct TooMany final : Problem {
  explicit TooMany(int wait_s, const ErrorCode& code = too_many_code, Details details = {})
      : Problem(429, code, with_wait(std::move(details), wait_s)) {
    retry_after_s = wait_s;
  }

 private:
  static Details with_wait(Details details, int wait_s) {
    details.emplace("retry_after_s", wait_s);
    return details;
  }
};

/// States what cannot be otherwise; a false one is a bug (500, logged).
void expect(bool truth, std::string_view what);

}  // namespace expogate
