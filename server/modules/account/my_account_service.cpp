#include "account/my_account_service.h"

#include "account/account_link.h"
#include "account/account_store.h"
#include "account/password.h"
#include "account/personal_data.h"
#include "account/session_store.h"
#include "audit/audit.h"
#include "platform/crypto/totp.h"

namespace expogate::account {
namespace {

const messaging::MessageTemplate password_template{
    "password_changed", "密码已修改", "Your password has been changed",
    "【{fair}】账号 {login_name} 的密码已修改。如非本人操作，请立即找回密码并联系主办方。",
    "[{fair}] The password of account {login_name} has been changed. If this was not you, reset it "
    "immediately and contact the organizer."};
const messaging::MessageTemplate mobile_template{
    "mobile_changed", "绑定手机已修改", "Your mobile number has been changed",
    "【{fair}】账号 {login_name} 的绑定手机已修改。如非本人操作，请立即联系主办方。",
    "[{fair}] The mobile number of account {login_name} has been changed. If this was not you, contact the "
    "organizer immediately."};
const messaging::MessageTemplate email_template{
    "email_changed", "绑定邮箱已修改", "Your e-mail address has been changed",
    "【{fair}】账号 {login_name} 的绑定邮箱已修改。如非本人操作，请立即联系主办方。",
    "[{fair}] The e-mail address of account {login_name} has been changed. If this was not you, contact the "
    "organizer immediately."};
const messaging::MessageTemplate factor_template{
    "authenticator_changed", "登录验证器已变更", "Your authenticator has been changed",
    "【{fair}】账号 {login_name} 的登录验证器已变更。如非本人操作，请立即联系主办方。",
    "[{fair}] The authenticator of account {login_name} has been changed. If this was not you, contact the "
    "organizer immediately."};

/// Codes for whoever is not signed in are sent by their own routes, with their own checks.
bool has_own_route(CodePurpose purpose) {
  using enum CodePurpose;
  return purpose == second_step || purpose == recover_password || purpose == registration ||
         purpose == uscc_claim;
}

}  // namespace

void MyAccountService::require_strong(const std::string& password, const Account& account) const {
  if (auto* wrong = why_not_password(password, login_name_of(account, cipher_)))
    throw ValidationError("new_password", *wrong);
}

Account MyAccountService::get(const Caller& caller) {
  return *database_.read([&](db::Tx& tx) { return store::find(tx, caller.account); });
}

void MyAccountService::record(db::Tx& tx, const Caller& caller, const char* action, const Account& before,
                              const std::string& summary) {
  auto after = store::find(tx, before.id);
  audit::record(tx, caller, clock_.now(),
                {action, "account", before.id.text, summary, audit::snapshot(snapshot_of(before)),
                 audit::snapshot(snapshot_of(*after))});
}

Account MyAccountService::change_profile(const Caller& caller, const std::optional<std::string>& display_name,
                                         std::optional<Locale> locale, std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto before = *store::find(tx, caller.account);
    auto after = before;
    if (display_name) after.display_name = *display_name;
    if (locale) after.locale = *locale;
    if (!store::change(tx, after, version)) throw Stale();
    record(tx, caller, "profile_changed", before, "修改账号资料");
    return *store::find(tx, caller.account);
  });
}

void MyAccountService::require_password(const Account& account, const std::string& password) {
  sign_ins_.take_factor_try(account);
  if (!verify_password(account.password_hash, password))
    throw ValidationError("current_password", current_password_wrong);
  database_.write([&](db::Tx& tx) { sign_ins_.clear_factor_tries(tx, account); });
}

void MyAccountService::tell_changed(db::Tx& tx, const Account& before,
                                    const messaging::MessageTemplate& text) {
  // The address that stood there before: whoever has taken the account over cannot keep its owner from
  // hearing of it.
  using messaging::Channel;
  auto mobile = mobile_of(before, cipher_), email = email_of(before, cipher_);
  if (!mobile && !email) return;
  messages_.send_later(tx,
                       {mobile ? Channel::sms : Channel::email,
                        mobile ? *mobile : *email,
                        before.locale,
                        {{"login_name", before.login_name}}},
                       text);
}

CodeTarget MyAccountService::own_target(const Account& account, messaging::Channel channel) {
  auto own = channel == messaging::Channel::sms ? mobile_of(account, cipher_) : email_of(account, cipher_);
  if (!own) throw Refusal(nothing_bound);
  return {channel, *own, account.id.text};
}

CodeSent MyAccountService::send_code(const Caller& caller, CodePurpose purpose, messaging::Channel channel,
                                     const std::optional<std::string>& target) {
  auto account = get(caller);
  if (has_own_route(purpose)) throw ValidationError("purpose", wire::field_choice);
  if (purpose == CodePurpose::change_mobile) channel = messaging::Channel::sms;
  if (purpose == CodePurpose::change_email) channel = messaging::Channel::email;
  bool is_to_new = purpose == CodePurpose::change_mobile || purpose == CodePurpose::change_email;
  if (!is_to_new) return codes_.send(caller, purpose, own_target(account, channel));
  std::string to = target.value_or("");
  auto* wrong = channel == messaging::Channel::sms ? wire::Mobile::check(to) : wire::Email::check(to);
  if (wrong) throw ValidationError("target", *wrong);
  return codes_.send(caller, purpose, {channel, to, account.id.text});
}

void MyAccountService::prove(const Caller& caller, CodePurpose purpose, const std::string& code) {
  codes_.consume(purpose, own_target(get(caller), messaging::Channel::sms), code);
}

/// The code may have gone to the mobile or to the e-mail: it counts where it was sent.
void MyAccountService::consume_own_code(const Account& account, CodePurpose purpose,
                                        const std::string& code) {
  auto is_from = [&](messaging::Channel channel) {
    return codes_.is_consumed(purpose, own_target(account, channel), code);
  };
  bool is_right = (account.mobile_sealed && is_from(messaging::Channel::sms)) ||
                  (account.email_sealed && is_from(messaging::Channel::email));
  if (!is_right) throw ValidationError("code", code_wrong);
}

NewSession MyAccountService::change_password(const Caller& caller, const std::optional<std::string>& code,
                                             const std::optional<std::string>& current_password,
                                             const std::string& new_password) {
  auto account = get(caller);
  require_strong(new_password, account);
  if (verify_password(account.password_hash, new_password))
    throw ValidationError("new_password", password_same);
  if (code)
    consume_own_code(account, CodePurpose::change_password, *code);
  else if (current_password)
    require_password(account, *current_password);
  else
    throw ValidationError("code", proof_required);
  auto hash = hash_password(new_password, cost_);
  return database_.write([&](db::Tx& tx) {
    store::change_password(tx, account.id, hash);
    store::end_links(tx, account.id, clock_.now());  // one that lies in an old message opens nothing any more
    store::end_all_sessions(tx, account.id, clock_.now());
    record(tx, caller, "password_changed", account, "修改密码");
    tell_changed(tx, account, password_template);
    return sessions_.begin(tx, account, SessionStage::full, caller);
  });
}

Account MyAccountService::change_mobile(const Caller& caller, const std::string& mobile,
                                        const std::string& code, const std::string& current_password) {
  auto before = get(caller);
  require_password(before, current_password);
  codes_.consume(CodePurpose::change_mobile, {messaging::Channel::sms, mobile, before.id.text}, code);
  auto after = before;
  set_mobile(after, cipher_, mobile);
  return database_.write([&](db::Tx& tx) {
    store::change_mobile(tx, after);
    store::end_links(tx, before.id, clock_.now());
    record(tx, caller, "mobile_changed", before, "修改绑定手机");
    tell_changed(tx, before, mobile_template);
    return *store::find(tx, before.id);
  });
}

Account MyAccountService::change_email(const Caller& caller, const std::string& email,
                                       const std::string& code, const std::string& current_password) {
  auto before = get(caller);
  require_password(before, current_password);
  codes_.consume(CodePurpose::change_email, {messaging::Channel::email, email, before.id.text}, code);
  auto after = before;
  set_email(after, cipher_, email);
  return database_.write([&](db::Tx& tx) {
    store::change_email(tx, after);
    store::end_links(tx, before.id, clock_.now());
    record(tx, caller, "email_changed", before, "修改绑定邮箱");
    tell_changed(tx, before, email_template);
    return *store::find(tx, before.id);
  });
}

TotpSetup MyAccountService::begin_totp(const Caller& caller, const std::string& current_password) {
  auto account = get(caller);
  require_password(account, current_password);
  auto secret = new_totp_secret();
  auto sealed = cipher_.seal(secret, "accounts.totp_pending|" + account.id.text);
  database_.write([&](db::Tx& tx) {
    store::change_totp(tx, account.id, account.totp_sealed, sealed);
    record(tx, caller, "totp_begun", account, "开始设置验证器");
  });
  return {secret, totp_uri(fairs_.short_name(caller.locale), login_name_of(account, cipher_), secret)};
}

Account MyAccountService::confirm_totp(const Caller& caller, const std::string& code) {
  auto account = get(caller);
  if (!account.totp_pending_sealed) throw Refusal(totp_not_begun);
  sign_ins_.take_factor_try(account);
  if (!sign_ins_.matches_totp(account, *account.totp_pending_sealed, "totp_pending", code))
    throw ValidationError("code", code_wrong);
  auto secret = cipher_.open(*account.totp_pending_sealed, "accounts.totp_pending|" + account.id.text);
  auto sealed = cipher_.seal(secret, "accounts.totp|" + account.id.text);
  return database_.write([&](db::Tx& tx) {
    store::change_totp(tx, account.id, sealed, std::nullopt);
    record(tx, caller, "totp_confirmed", account, "启用验证器");
    tell_changed(tx, account, factor_template);
    return *store::find(tx, account.id);
  });
}

Account MyAccountService::remove_totp(const Caller& caller, const std::string& current_password) {
  auto account = get(caller);
  require_password(account, current_password);
  if (must_have_second_step(account) && !account.mobile_sealed) throw Refusal(totp_needed);
  return database_.write([&](db::Tx& tx) {
    store::change_totp(tx, account.id, std::nullopt, std::nullopt);
    record(tx, caller, "totp_removed", account, "停用验证器");
    tell_changed(tx, account, factor_template);
    return *store::find(tx, account.id);
  });
}

MyAccountService::Recovery MyAccountService::recovery_of(Door door, const std::string& name,
                                                         const std::string& typed) {
  std::string to = typed;
  bool is_email = typed.find('@') != typed.npos;
  auto* wrong = is_email ? wire::Email::check(to) : wire::Mobile::check(to);
  if (wrong) throw ValidationError("target", *wrong);
  auto account =
      database_.read([&](db::Tx& tx) { return store::find_by_login(tx, door, login_key_of(cipher_, name)); });
  bool is_own = account && account->state == AccountState::active &&
                (is_email ? account->email_verified && account->email_index == email_index(cipher_, to)
                          : account->mobile_verified && account->mobile_index == mobile_index(cipher_, to));
  auto channel = is_email ? messaging::Channel::email : messaging::Channel::sms;
  auto subject = is_own ? account->id.text : std::string("nobody");
  return {is_own ? account : std::nullopt, {channel, to, subject}};
}

CodeSent MyAccountService::send_recovery_code(const Caller& caller, Door door, const std::string& name,
                                              const std::string& target,
                                              const std::optional<CaptchaAnswer>& captcha) {
  auto recovery = recovery_of(door, name, target);
  captchas_.require(captcha);
  return codes_.send(caller, CodePurpose::recover_password, recovery.target, !recovery.account);
}

void MyAccountService::recover_password(const Caller& caller, Door door, const std::string& name,
                                        const std::string& target, const std::string& code,
                                        const std::string& new_password) {
  auto recovery = recovery_of(door, name, target);
  Account unknown;
  unknown.login_name = name;
  require_strong(new_password, recovery.account ? *recovery.account : unknown);
  codes_.consume(CodePurpose::recover_password, recovery.target, code);  // nobody's code is never right
  auto& account = *recovery.account;
  auto hash = hash_password(new_password, cost_);
  database_.write([&](db::Tx& tx) {
    store::change_password(tx, account.id, hash);
    store::end_links(tx, account.id, clock_.now());
    store::end_all_sessions(tx, account.id, clock_.now());
    sign_ins_.unlock(tx, account);
    Caller self = caller;
    self.account = account.id;
    self.name = account.display_name;
    record(tx, self, "password_recovered", account, "找回密码");
    tell_changed(tx, account, password_template);
  });
}

}  // namespace expogate::account
