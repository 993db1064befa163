#include "account/passkey_service.h"

#include "account/passkey_store.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"
#include "platform/db/refusing_taken.h"
#include "platform/log/log.h"

namespace expogate::account {
namespace {

const messaging::MessageTemplate passkey_template{
    "passkey_changed", "通行密钥已变更", "Your passkeys have been changed",
    "【{fair}】账号 {login_name} 的通行密钥已变更。如非本人操作，请立即联系主办方。",
    "[{fair}] The passkeys of account {login_name} have been changed. If this was not you, contact the "
    "organizer immediately."};
const messaging::MessageTemplate locked_template{
    "passkey_locked", "通行密钥已停用", "A passkey has been disabled",
    "【{fair}】账号 {login_name} 的一个通行密钥疑被复制，已停用。请修改密码并联系主办方。",
    "[{fair}] A passkey of account {login_name} may have been copied and has been disabled. Please change "
    "your password and contact the organizer."};

constexpr std::size_t challenge_size = 32;

/// The reason is for whoever watches over attacks; people read that it was not accepted.
[[noreturn]] void refuse(const Account& account, const Caller& caller, const std::string& reason) {
  log::warn("passkey_refused", {{"account", account.id.text}, {"ip", caller.ip}, {"reason", reason}});
  throw ValidationError("passkey", passkey_wrong);
}

}  // namespace

const RelyingParty& PasskeyService::party() const {
  if (!party_) throw Refusal(passkey_unavailable);
  return *party_;
}

std::string PasskeyService::put_challenge(const Caller& caller, PasskeyPurpose purpose) {
  auto challenge = base64url_encode(random_bytes(challenge_size));
  database_.write([&](db::Tx& tx) {
    store::put_challenge(tx, caller.session, purpose, challenge, clock_.now() + passkey_challenge_lifetime);
  });
  return challenge;
}

/// In a transaction of its own: a failed answer costs the challenge.
std::string PasskeyService::take_challenge(const Caller& caller, PasskeyPurpose purpose) {
  auto challenge = database_.write(
      [&](db::Tx& tx) { return store::take_challenge(tx, caller.session, purpose, clock_.now()); });
  if (!challenge) throw ValidationError("passkey", passkey_over);
  return *base64url_decode(*challenge);
}

std::vector<Passkey> PasskeyService::list(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return store::list_passkeys(tx, caller.account); });
}

PasskeyChallenge PasskeyService::begin(const Caller& caller, const std::string& current_password) {
  auto account = accounts_.get(caller);
  accounts_.require_password(account, current_password);
  auto id = party().id;
  auto known = list(caller);
  if (known.size() >= passkeys_per_account) throw Refusal(passkey_limit);
  return {put_challenge(caller, PasskeyPurpose::registration), id, known, account};
}

Passkey PasskeyService::add(const Caller& caller, const NewPasskey& made) {
  auto account = accounts_.get(caller);
  auto challenge = take_challenge(caller, PasskeyPurpose::registration);
  auto credential = webauthn::read_registration(party(), challenge, made.answer);
  if (!credential) refuse(account, caller, credential.failure().reason);
  auto now = clock_.now();
  Passkey passkey;
  passkey.id = new_id<PasskeyId>(now);
  passkey.account_id = account.id;
  passkey.name = made.name;
  passkey.credential_id = base64url_encode(credential.value().id);
  passkey.public_key = base64url_encode(credential.value().public_key);
  passkey.algorithm = credential.value().algorithm;
  passkey.sign_count = credential.value().sign_count;
  for (auto transport : made.transports)
    passkey.transports += (passkey.transports.empty() ? "" : ",") + std::string(enum_name(transport));
  passkey.created_at = now;
  // Somebody else's credential is refused as well: an authenticator makes each for one account.
  return db::refusing_taken("credential", "passkey", passkey_known, [&] {
    return database_.write([&](db::Tx& tx) {
      if (store::list_passkeys(tx, account.id).size() >= passkeys_per_account) throw Refusal(passkey_limit);
      store::add_passkey(tx, passkey);
      accounts_.record(tx, caller, "passkey_added", account, "登记通行密钥：" + passkey.name);
      accounts_.tell_changed(tx, account, passkey_template);
      return passkey;
    });
  });
}

Passkey PasskeyService::get_own(db::Tx& tx, const Caller& caller, const PasskeyId& id) {
  auto passkey = store::find_passkey(tx, caller.account, id);
  if (!passkey) throw NotFound();
  return *passkey;
}

Passkey PasskeyService::rename(const Caller& caller, const PasskeyId& id, const std::string& name) {
  auto account = accounts_.get(caller);
  return database_.write([&](db::Tx& tx) {
    auto passkey = get_own(tx, caller, id);
    store::rename_passkey(tx, id, name);
    accounts_.record(tx, caller, "passkey_renamed", account,
                     "重命名通行密钥：" + passkey.name + " → " + name);
    passkey.name = name;
    return passkey;
  });
}

void PasskeyService::remove(const Caller& caller, const PasskeyId& id, const std::string& current_password) {
  auto account = accounts_.get(caller);
  accounts_.require_password(account, current_password);
  database_.write([&](db::Tx& tx) {
    auto passkey = get_own(tx, caller, id);
    bool is_only_way = account.passkeys == 1 && !account.totp_sealed && !account.mobile_sealed;
    if (must_have_second_step(account) && is_only_way) throw Refusal(passkey_needed);
    store::remove_passkey(tx, id);
    accounts_.record(tx, caller, "passkey_removed", account, "删除通行密钥：" + passkey.name);
    accounts_.tell_changed(tx, account, passkey_template);
  });
}

PasskeyChallenge PasskeyService::begin_second_step(const Caller& caller) {
  auto account = sign_ins_.account_of_first_step(caller);
  auto id = party().id;
  auto known = database_.read([&](db::Tx& tx) { return store::list_passkeys(tx, account.id); });
  std::erase_if(known, [](auto& passkey) { return passkey.locked_at.has_value(); });
  return {put_challenge(caller, PasskeyPurpose::sign_in), id, known, account};
}

SignedIn PasskeyService::second_step(const Caller& caller, const PasskeyAnswer& answer) {
  auto account = sign_ins_.take_second_step_try(caller);
  return sign_ins_.noting_failure(caller, account, [&] {
    auto challenge = take_challenge(caller, PasskeyPurpose::sign_in);
    auto passkey =
        database_.read([&](db::Tx& tx) { return store::find_passkey(tx, account.id, answer.credential_id); });
    if (!passkey) refuse(account, caller, "no passkey of this account");
    if (passkey->locked_at) throw ValidationError("passkey", passkey_locked);
    webauthn::Credential credential{"", passkey->algorithm, *base64url_decode(passkey->public_key),
                                    std::uint32_t(passkey->sign_count)};
    auto told = webauthn::read_assertion(party(), challenge, credential, answer.answer);
    if (!told) refuse(account, caller, told.failure().reason);
    if (webauthn::has_gone_back(credential.sign_count, told.value())) lock(caller, account, *passkey);
    auto signed_in = sign_ins_.finish_second_step(caller, account, [&](db::Tx& tx) {
      if (!store::use_passkey(tx, *passkey, told.value(), clock_.now()))
        throw ValidationError("passkey", passkey_wrong);
    });
    log::info("signed_in", {{"door", enum_name(account.door)},
                            {"account", account.id.text},
                            {"factors", "password passkey"},
                            {"ip", caller.ip}});
    return signed_in;
  });
}

void PasskeyService::lock(const Caller& caller, const Account& account, const Passkey& passkey) {
  log::warn("passkey_locked", {{"account", account.id.text}, {"ip", caller.ip}});
  database_.write([&](db::Tx& tx) {
    store::lock_passkey(tx, passkey.id, clock_.now());
    auto self = caller;
    self.account = account.id;
    self.name = account.display_name;
    accounts_.record(tx, self, "passkey_locked", account, "通行密钥计数倒退，已停用：" + passkey.name);
    accounts_.tell_changed(tx, account, locked_template);
  });
  throw ValidationError("passkey", passkey_locked);
}

void PasskeyService::forget_old() {
  database_.write([&](db::Tx& tx) { store::forget_passkey_challenges(tx, clock_.now()); });
}

}  // namespace expogate::account
