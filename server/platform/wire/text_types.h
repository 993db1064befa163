#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace expogate::wire {

/// Text of a length in characters; blanks at both ends are cut off before it is judged.
template <std::size_t Min, std::size_t Max>
struct Text : std::string {
  using std::string::string;
  static constexpr std::size_t min = Min, max = Max;
};

inline const ErrorCode email_invalid{"field.email", "电子邮箱格式不正确", "Not a valid e-mail address"};
inline const ErrorCode mobile_invalid{
    "field.mobile", "手机号格式不正确（境内 11 位，境外以 + 和国家代码开头）",
    "The mobile number is not valid (11 digits in the Chinese mainland; otherwise + and country code)"};

/// Types derived from std::string with a `check` are judged by it: it may tidy the value, and answers what is
/// wrong.
struct Email : std::string {
  using std::string::string;
  static constexpr std::string_view format = "email";
  static const ErrorCode* check(std::string& value);
};

/// Mainland `1…` with 11 digits, or E.164 with `+` (facts 5.5).
struct Mobile : std::string {
  using std::string::string;
  static constexpr std::string_view format = "mobile";
  static const ErrorCode* check(std::string& value);
};

/// A secret that is taken exactly as typed, at most 200 bytes long. Its strength is judged where it is set.
struct Secret : std::string {
  using std::string::string;
  static constexpr std::string_view format = "password";
  static const ErrorCode* check(std::string& value);
};

/// A checked text as the plain text that services take.
template <class Checked>
std::optional<std::string> plain(const std::optional<Checked>& text) {
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

}  // namespace expogate::wire
