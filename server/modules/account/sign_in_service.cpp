#include "account/sign_in_service.h"

#include "account/account_store.h"
#include "account/personal_data.h"
#include "account/session_store.h"
#include "audit/audit.h"
#include "platform/crypto/blind_index.h"
#include "platform/crypto/totp.h"
#include "platform/log/log.h"

namespace expogate::account {
namespace {

/// Also of names that do not exist, for whoever watches over guesses; without the name, which may be a
/// password that was typed in the wrong field.
void log_refusal(const Caller& caller, Door door, const std::optional<Account>& account) {
  log::warn("sign_in_refused",
            {{"door", enum_name(door)}, {"account", account ? account->id.text : ""}, {"ip", caller.ip}});
}

void log_signed_in(const Caller& caller, const Account& account, std::string_view factors) {
  log::info("signed_in", {{"door", enum_name(account.door)},
                          {"account", account.id.text},
                          {"factors", factors},
                          {"ip", caller.ip}});
}

}  // namespace

/// Keyed: a name that nobody has may still be somebody's address, and a plain hash of it can be guessed.
std::string SignInService::lock_key(Door door, const std::string& login_key) const {
  return blind_index(cipher_.ring(), "sign_in_locks", std::string(enum_name(door)) + "|" + login_key);
}

std::string SignInService::factor_key(const Account& account) const {
  return blind_index(cipher_.ring(), "sign_in_locks", "factor|" + account.id.text);
}

void SignInService::refuse_locked(Instant until, Instant now) {
  throw TooMany(int((until - now).ms / 1000) + 1, sign_in_locked,
                {{"until", until}, {"until_text", fair_text(until)}});
}

SignInLock SignInService::take_attempt(const std::string& key, const Credentials& credentials) {
  auto now = clock_.now();
  auto window_start = now - failure_window;
  auto known = database_.read([&](db::Tx& tx) { return store::find_lock(tx, key, window_start); })
                   .value_or(SignInLock{});
  if (known.locked_until && *known.locked_until > now) refuse_locked(*known.locked_until, now);
  if (known.failures >= failures_until_captcha) captchas_.require(credentials.captcha);
  auto lock = database_.write([&](db::Tx& tx) {
    return store::take_attempt(tx, key, now, window_start, now + lock_time, failures_until_lock);
  });
  if (!lock) refuse_locked(now + lock_time, now);  // somebody else's attempt locked it this very moment
  return *lock;
}

SignedIn SignInService::sign_in(const Caller& caller, const Credentials& credentials) {
  auto login_key = login_key_of(cipher_, credentials.name);
  auto key = lock_key(credentials.door, login_key);
  auto lock = take_attempt(key, credentials);
  auto account =
      database_.read([&](db::Tx& tx) { return store::find_by_login(tx, credentials.door, login_key); });
  // The hash is computed outside of every transaction: it takes longer than all of them together.
  bool has_password = account && !account->password_hash.empty();
  if (!has_password) verify_nothing(credentials.password, cost_);
  bool is_right = has_password && verify_password(account->password_hash, credentials.password) &&
                  account->state == AccountState::active;
  if (!is_right) {
    log_refusal(caller, credentials.door, account);
    refuse(caller, account, lock);
  }
  auto renewed_hash =
      needs_rehash(account->password_hash, cost_) ? hash_password(credentials.password, cost_) : "";
  auto stage = needs_second_step(*account) ? SessionStage::second_step : SessionStage::full;
  auto signed_in = database_.write([&](db::Tx& tx) {
    store::clear_lock(tx, key);
    if (!renewed_hash.empty()) store::change_password(tx, account->id, renewed_hash);
    if (stage == SessionStage::full) note(tx, caller, account->id, SignInOutcome::succeeded);
    return SignedIn{sessions_.begin(tx, *account, stage, caller), *account, methods_of(*account)};
  });
  if (stage == SessionStage::full) log_signed_in(caller, *account, "password");
  return signed_in;
}

void SignInService::refuse(const Caller& caller, const std::optional<Account>& account,
                           const SignInLock& lock) {
  auto now = clock_.now();
  bool is_locked = lock.locked_until && *lock.locked_until > now;
  if (account)
    database_.write([&](db::Tx& tx) {
      note(tx, caller, account->id, is_locked ? SignInOutcome::locked : SignInOutcome::wrong_password);
    });
  if (is_locked) refuse_locked(*lock.locked_until, now);
  throw NotSignedIn(sign_in_failed, {{"captcha_required", lock.failures >= failures_until_captcha},
                                     {"failures_left", failures_until_lock - lock.failures}});
}

std::vector<SecondStepMethod> SignInService::methods_of(const Account& account) const {
  std::vector<SecondStepMethod> methods;
  if (account.usable_passkeys > 0) methods.push_back(SecondStepMethod::passkey);
  if (account.totp_sealed) methods.push_back(SecondStepMethod::totp);
  if (account.mobile_sealed) methods.push_back(SecondStepMethod::sms);
  return methods;
}

Account SignInService::account_of_first_step(const Caller& caller) {
  if (caller.session.is_empty() || caller.is_signed_in()) throw NotSignedIn(second_step_over);
  auto account = database_.read([&](db::Tx& tx) -> std::optional<Account> {
    auto id = store::find_account_of_first_step(tx, caller.session);
    return id ? store::find(tx, *id) : std::nullopt;
  });
  if (!account) throw NotSignedIn(second_step_over);
  return *account;
}

SignedIn SignInService::resume(const Caller& caller, const std::string& token) {
  if (caller.session.is_empty()) throw NotSignedIn();
  auto account = account_of_first_step(caller);
  NewSession known;
  known.session.id = caller.session;
  known.session.stage = SessionStage::second_step;
  known.token = token;
  return {known, account, methods_of(account)};
}

CodeTarget SignInService::second_step_target(const Caller& caller, const Account& account) const {
  if (!account.mobile_sealed) throw Refusal(second_step_no_mobile);
  return {messaging::Channel::sms, *mobile_of(account, cipher_), caller.session.text};
}

CodeSent SignInService::send_second_step_code(const Caller& caller) {
  auto account = account_of_first_step(caller);
  return codes_.send(caller, CodePurpose::second_step, second_step_target(caller, account));
}

bool SignInService::matches_totp(const Account& account, const std::string& sealed_secret,
                                 const std::string& column, const std::string& code) {
  auto secret = cipher_.open(sealed_secret, "accounts." + column + "|" + account.id.text);
  auto step = matched_totp_step(secret, code, clock_.now());
  return step && database_.write([&](db::Tx& tx) { return store::use_totp_step(tx, account.id, *step); });
}

void SignInService::take_factor_try(const Account& account) {
  auto now = clock_.now();
  auto lock = database_.write([&](db::Tx& tx) {
    return store::take_attempt(tx, factor_key(account), now, now - failure_window, now + lock_time,
                               failures_until_lock + 1);
  });
  if (!lock) refuse_locked(now + lock_time, now);
  if (lock->locked_until && *lock->locked_until > now) refuse_locked(*lock->locked_until, now);
}

void SignInService::clear_factor_tries(db::Tx& tx, const Account& account) {
  store::clear_lock(tx, factor_key(account));
}

Account SignInService::take_second_step_try(const Caller& caller) {
  auto account = account_of_first_step(caller);
  bool has_try = database_.write(
      [&](db::Tx& tx) { return store::take_second_step_try(tx, caller.session, second_step_tries); });
  if (!has_try) throw NotSignedIn(second_step_over);
  take_factor_try(account);
  return account;
}

SignedIn SignInService::noting_failure(const Caller& caller, const Account& account,
                                       const std::function<SignedIn()>& judge) {
  try {
    return judge();
  } catch (const ValidationError&) {
    database_.write([&](db::Tx& tx) { note(tx, caller, account.id, SignInOutcome::second_step_failed); });
    throw;
  }
}

SignedIn SignInService::second_step(const Caller& caller, SecondStepMethod method, const std::string& code) {
  if (method == SecondStepMethod::passkey) throw ValidationError("method", wire::field_choice);
  auto account = take_second_step_try(caller);
  return noting_failure(caller, account, [&] {
    bool is_sms = method == SecondStepMethod::sms;
    if (is_sms)
      codes_.consume(CodePurpose::second_step, second_step_target(caller, account), code);
    else if (!account.totp_sealed || !matches_totp(account, *account.totp_sealed, "totp", code))
      throw ValidationError("code", second_step_wrong);
    auto signed_in = finish_second_step(caller, account, [&](db::Tx& tx) {
      if (is_sms) store::verify_mobile(tx, account.id);
    });
    log_signed_in(caller, account, is_sms ? "password sms" : "password totp");
    return signed_in;
  });
}

SignedIn SignInService::finish_second_step(const Caller& caller, const Account& account,
                                           const std::function<void(db::Tx&)>& also) {
  // The first step's token ends here: whoever saw it has nothing.
  return database_.write([&](db::Tx& tx) {
    if (!store::end_session(tx, caller.session, account.id, clock_.now()))
      throw NotSignedIn(second_step_over);
    clear_factor_tries(tx, account);
    also(tx);
    note(tx, caller, account.id, SignInOutcome::succeeded);
    return SignedIn{sessions_.begin(tx, account, SessionStage::full, caller), account, {}};
  });
}

void SignInService::note(db::Tx& tx, const Caller& caller, const AccountId& account, SignInOutcome outcome) {
  auto now = clock_.now();
  store::note(tx, account, {new_id_text(now), now, outcome, caller.ip, caller.user_agent});
  if (outcome == SignInOutcome::succeeded) store::note_sign_in(tx, account, now);
}

Page<SignIn> SignInService::list_sign_ins(const Caller& caller, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_sign_ins(tx, caller.account, page); });
}

std::map<AccountId, Instant> SignInService::locked_among(const std::vector<Account>& accounts) {
  std::map<std::string, AccountId> by_key;
  std::vector<std::string> keys;
  for (auto& account : accounts) {
    keys.push_back(lock_key(account.door, account.login_key));
    by_key.emplace(keys.back(), account.id);
  }
  std::map<AccountId, Instant> locked;
  if (keys.empty()) return locked;
  for (auto& name : database_.read([&](db::Tx& tx) { return store::list_locked(tx, keys, clock_.now()); }))
    locked.emplace(by_key.at(name.id), name.locked_until);
  return locked;
}

void SignInService::unlock(db::Tx& tx, const Account& account) {
  store::clear_lock(tx, lock_key(account.door, account.login_key));
  clear_factor_tries(tx, account);
}

void SignInService::forget_old() {
  auto before = clock_.now() - days(1);
  database_.write([&](db::Tx& tx) {
    store::forget_locks(tx, before);
    store::forget_sessions(tx, before);
  });
}

}  // namespace expogate::account
