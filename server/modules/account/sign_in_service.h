#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "account/captcha.h"
#include "account/session_service.h"
#include "account/sign_in_store.h"
#include "account/verification_code.h"
#include "platform/crypto/password_hash.h"

namespace expogate::account {

enum class SecondStepMethod { passkey, totp, sms };
BOOST_DESCRIBE_ENUM(SecondStepMethod, passkey, totp, sms)

struct Credentials {
  Door door = Door::visitor;
  std::string name, password;
  std::optional<CaptchaAnswer> captcha;
};

/// A session and whose it is; after the first of two steps, what the second may be.
struct SignedIn {
  NewSession session;
  Account account;
  std::vector<SecondStepMethod> methods;
};

constexpr Duration failure_window = minutes(15);
constexpr Duration lock_time = minutes(15);
constexpr int failures_until_lock = 5;
constexpr int failures_until_captcha = 2;  ///< the third attempt needs one
constexpr int second_step_tries = 5;

inline const ErrorCode sign_in_failed{"sign_in.failed", "登录名或密码不正确",
                                      "The username or password is incorrect"};
inline const ErrorCode sign_in_locked{
    "sign_in.locked", "失败次数过多，已锁定至 {until_text}（北京时间）",
    "Too many failed attempts; the account is locked until {until_text} (Beijing time)"};
inline const ErrorCode second_step_wrong{"sign_in.second_step_wrong", "验证码不正确或已失效",
                                         "The code is incorrect or has expired"};
inline const ErrorCode second_step_over{"sign_in.second_step_over", "请重新输入登录名和密码",
                                        "Please enter your username and password again"};
inline const ErrorCode second_step_no_mobile{
    "sign_in.no_mobile", "账号未绑定手机，请使用验证器或联系管理员",
    "No mobile number is linked to the account; please use the authenticator or contact the administrator"};

class SignInService {
 public:
  SignInService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                SessionService& sessions, VerificationCodeService& codes, CaptchaService& captchas,
                PasswordCost cost)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        sessions_(sessions),
        codes_(codes),
        captchas_(captchas),
        cost_(cost) {}

  /// First step. An unknown name is answered like a wrong password, in words and in time (ACC-01).
  SignedIn sign_in(const Caller& caller, const Credentials& credentials);
  /// The first step that this session has taken, after its page was loaded anew.
  SignedIn resume(const Caller& caller, const std::string& token);
  CodeSent send_second_step_code(const Caller& caller);
  SignedIn second_step(const Caller& caller, SecondStepMethod method, const std::string& code);

  /// The parts of a second step, for whoever judges it otherwise than by a code.
  Account account_of_first_step(const Caller& caller);
  Account take_second_step_try(const Caller& caller);
  /// What `judge` refuses is written into the account's history.
  SignedIn noting_failure(const Caller& caller, const Account& account,
                          const std::function<SignedIn()>& judge);
  SignedIn finish_second_step(const Caller& caller, const Account& account,
                              const std::function<void(db::Tx&)>& also);

  std::vector<SecondStepMethod> methods_of(const Account& account) const;
  Page<SignIn> list_sign_ins(const Caller& caller, const PageRequest& page);
  /// Those of the accounts whose name is locked, and until when.
  std::map<AccountId, Instant> locked_among(const std::vector<Account>& accounts);
  void unlock(db::Tx& tx, const Account& account);
  void forget_old();

  /// A failed code of a signed-in account's authenticator is counted nowhere; each good one works once.
  bool matches_totp(const Account& account, const std::string& sealed_secret, const std::string& column,
                    const std::string& code);

  /// Every guess at a second factor or at the current password counts, whatever session makes it; a right one
  /// clears the count. Throws `sign_in.locked`.
  void take_factor_try(const Account& account);
  void clear_factor_tries(db::Tx& tx, const Account& account);

 private:
  SignInLock take_attempt(const std::string& key, const Credentials& credentials);
  [[noreturn]] void refuse(const Caller& caller, const std::optional<Account>& account,
                           const SignInLock& lock);
  [[noreturn]] static void refuse_locked(Instant until, Instant now);
  std::string lock_key(Door door, const std::string& login_key) const;
  std::string factor_key(const Account& account) const;
  void note(db::Tx& tx, const Caller& caller, const AccountId& account, SignInOutcome outcome);
  CodeTarget second_step_target(const Caller& caller, const Account& account) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  SessionService& sessions_;
  VerificationCodeService& codes_;
  CaptchaService& captchas_;
  PasswordCost cost_;
};

}  // namespace expogate::account
