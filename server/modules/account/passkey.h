#pragma once
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "account/account.h"

/// A key of an authenticator (a phone, a computer, a stick) that proves the second step (ACC-05).
namespace expogate::account {

using PasskeyId = Id<struct PasskeyNoun>;

struct Passkey {
  PasskeyId id;
  AccountId account_id;
  std::string name;
  std::string credential_id, public_key;  ///< base64url
  int algorithm = 0;
  std::int64_t sign_count = 0;
  std::string transports;  ///< how the browser may reach it, divided by commas
  Instant created_at;
  std::optional<Instant> last_used_at;
  std::optional<Instant> locked_at;  ///< its count went back: a copy of it is about
};
BOOST_DESCRIBE_STRUCT(Passkey, (),
                      (id, account_id, name, credential_id, public_key, algorithm, sign_count, transports,
                       created_at, last_used_at, locked_at))

enum class PasskeyPurpose { registration, sign_in };
BOOST_DESCRIBE_ENUM(PasskeyPurpose, registration, sign_in)

constexpr Duration passkey_challenge_lifetime = minutes(5);
constexpr std::size_t passkeys_per_account = 20;

/// How a browser may reach an authenticator (WebAuthn, AuthenticatorTransport).
enum class PasskeyTransport { ble, hybrid, internal, nfc, smart_card, usb };
BOOST_DESCRIBE_ENUM(PasskeyTransport, ble, hybrid, internal, nfc, smart_card, usb)

inline const ErrorCode passkey_unavailable{
    "passkey.unavailable", "本站尚不支持通行密钥：须以域名和 HTTPS 访问（配置项 http.public_url）",
    "Passkeys are not available on this site yet: it must be accessed by a domain name over HTTPS "
    "(http.public_url)"};
inline const ErrorCode passkey_wrong{"passkey.wrong", "通行密钥验证未通过，请重试",
                                     "The passkey could not be verified; please try again"};
inline const ErrorCode passkey_over{"passkey.over", "操作已超时，请重新开始",
                                    "The request timed out; please start again"};
inline const ErrorCode passkey_known{"passkey.known", "该通行密钥已登记",
                                     "This passkey has already been registered"};
inline const ErrorCode passkey_limit{"passkey.limit", "通行密钥数量已达上限",
                                     "The maximum number of passkeys has been reached"};
inline const ErrorCode passkey_locked{"passkey.locked",
                                      "该通行密钥可能已被复制，现已停用，请改用其他方式并联系管理员",
                                      "This passkey may have been copied and has been disabled; please use "
                                      "another method and contact the administrator"};
inline const ErrorCode passkey_needed{
    "passkey.needed", "账号必须使用两步验证，请先绑定手机或启用验证器",
    "This account requires two-step sign-in; please link a mobile number or set up an authenticator first"};

}  // namespace expogate::account
