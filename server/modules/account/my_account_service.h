#pragma once
#include <optional>
#include <string>
#include "fair/fair_service.h"

#include "account/sign_in_service.h"

namespace expogate::account {

inline const ErrorCode current_password_wrong{"account.current_password_wrong", "当前密码不正确",
                                              "The current password is incorrect"};
inline const ErrorCode proof_required{"account.proof_required", "请填写验证码或当前密码",
                                      "Enter the code or the current password"};
inline const ErrorCode nothing_bound{"account.nothing_bound", "账号未绑定手机或邮箱",
                                     "No mobile number or e-mail address is linked to this account"};
inline const ErrorCode totp_not_begun{"account.totp_not_begun", "请先开始设置验证器",
                                      "Please start setting up the authenticator first"};
inline const ErrorCode totp_needed{
    "account.totp_needed", "账号必须使用两步验证，请先绑定手机",
    "This account requires two-step sign-in; please link a mobile number first"};
inline const ErrorCode password_same{"password.same", "新密码不能与当前密码相同",
                                     "The new password must be different from the current one"};

struct TotpSetup {
  std::string secret, uri;
};

/// What somebody does with the own account (GRP-07, ACC-03).
class MyAccountService {
 public:
  MyAccountService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                   SignInService& sign_ins, SessionService& sessions, VerificationCodeService& codes,
                   CaptchaService& captchas, fair::FairService& fairs, messaging::MessageService& messages,
                   PasswordCost cost)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        sign_ins_(sign_ins),
        sessions_(sessions),
        codes_(codes),
        captchas_(captchas),
        fairs_(fairs),
        messages_(messages),
        cost_(cost) {}

  Account get(const Caller& caller);
  Account change_profile(const Caller& caller, const std::optional<std::string>& display_name,
                         std::optional<Locale> locale, std::int64_t version);

  /// A code to the bound mobile or e-mail; for a change of those, to the new one.
  CodeSent send_code(const Caller& caller, CodePurpose purpose, messaging::Channel channel,
                     const std::optional<std::string>& target);

  /// That whoever asks has the account's mobile in hand: a code that was sent there for this purpose.
  void prove(const Caller& caller, CodePurpose purpose, const std::string& code);

  /// Proven by a code or the current password. All sessions end; the caller gets a fresh one.
  NewSession change_password(const Caller& caller, const std::optional<std::string>& code,
                             const std::optional<std::string>& current_password,
                             const std::string& new_password);
  Account change_mobile(const Caller& caller, const std::string& mobile, const std::string& code,
                        const std::string& current_password);
  Account change_email(const Caller& caller, const std::string& email, const std::string& code,
                       const std::string& current_password);

  TotpSetup begin_totp(const Caller& caller, const std::string& current_password);
  Account confirm_totp(const Caller& caller, const std::string& code);
  Account remove_totp(const Caller& caller, const std::string& current_password);

  /// Both answer the same whether or not the name exists and the number is its own.
  CodeSent send_recovery_code(const Caller& caller, Door door, const std::string& name,
                              const std::string& target, const std::optional<CaptchaAnswer>& captcha);
  void recover_password(const Caller& caller, Door door, const std::string& name, const std::string& target,
                        const std::string& code, const std::string& new_password);

  // What every change of a factor does, whichever service makes it.
  void require_password(const Account& account, const std::string& password);
  void tell_changed(db::Tx& tx, const Account& before, const messaging::MessageTemplate& text);
  void record(db::Tx& tx, const Caller& caller, const char* action, const Account& before,
              const std::string& summary);

 private:
  struct Recovery {
    std::optional<Account> account;
    CodeTarget target;
  };
  Recovery recovery_of(Door door, const std::string& name, const std::string& target);
  CodeTarget own_target(const Account& account, messaging::Channel channel);
  void consume_own_code(const Account& account, CodePurpose purpose, const std::string& code);
  void require_strong(const std::string& password, const Account& account) const;
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  SignInService& sign_ins_;
  SessionService& sessions_;
  VerificationCodeService& codes_;
  CaptchaService& captchas_;
  fair::FairService& fairs_;
  messaging::MessageService& messages_;
  PasswordCost cost_;
};

}  // namespace expogate::account
