#pragma once
#include <string>
#include <string_view>

#include "base/error.h"

namespace expogate::account {

inline const ErrorCode password_weak{
    "password.weak", "密码至少 8 位，并同时包含字母、数字和符号",
    "The password must have at least 8 characters, including letters, digits and symbols"};
inline const ErrorCode password_common{"password.common", "这个密码太常见，请换一个",
                                       "This password is too common; please choose another one"};
inline const ErrorCode password_like_name{"password.like_name", "密码不能包含登录名",
                                          "The password must not contain the username"};

/// What is wrong with a password that somebody wants to use, or null (ACC-02).
const ErrorCode* why_not_password(std::string_view password, std::string_view login_name);

}  // namespace expogate::account
