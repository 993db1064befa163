#include "account/account_link.h"

#include "account/password.h"
#include "account/personal_data.h"
#include "account/session_store.h"
#include "audit/audit.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/token.h"
#include "platform/crypto/totp.h"

namespace expogate::account {
namespace {

const messaging::MessageTemplate link_template{
    "account_link", "设置您的账号密码", "Set your account password",
    "【{fair}】账号 {login_name} 已为您开通，请在 {days} 天内打开链接设置密码：{address} "
    "链接仅限本人使用一次，请勿转发。",
    "[{fair}] Account {login_name} has been created for you. Please set its password within {days} days: "
    "{address} The link can be used once; do not forward it."};

std::string pending_context(const Account& account) {
  return "accounts.totp_pending|" + account.id.text;
}

}  // namespace

LinkState state_of(const std::optional<AccountLink>& newest, Instant now) {
  if (!newest) return LinkState::none;
  if (newest->used_at) return LinkState::used;
  return newest->expires_at > now ? LinkState::waiting : LinkState::expired;
}

std::optional<messaging::OutgoingMessage> AccountLinkService::message_to(const Account& account) const {
  using messaging::Channel;
  if (account.mobile_sealed && messages_.can_send(Channel::sms))
    return messaging::OutgoingMessage{Channel::sms, *mobile_of(account, cipher_), account.locale, {}};
  if (account.email_sealed && messages_.can_send(Channel::email))
    return messaging::OutgoingMessage{Channel::email, *email_of(account, cipher_), account.locale, {}};
  return std::nullopt;
}

LinkSent AccountLinkService::send(db::Tx& tx, const Account& account) {
  auto now = clock_.now();
  auto token = new_token();
  auto address = public_url_ + "/welcome#" + token;
  AccountLink link{new_id<AccountLinkId>(now), account.id,  sha256_hex(token), std::nullopt, now,
                   now + link_lifetime,        std::nullopt};
  auto message = message_to(account);
  if (message)
    link.sent_to_masked =
        message->channel == messaging::Channel::sms ? account.mobile_masked : account.email_masked;
  store::end_links(tx, account.id, now);
  store::add_link(tx, link);
  LinkSent sent{link.sent_to_masked, std::nullopt, link.expires_at};
  if (!message) {
    sent.address = address;
    return sent;
  }
  message->parameters = {{"login_name", login_name_of(account, cipher_)},
                         {"days", std::to_string(link_lifetime.ms / days(1).ms)},
                         {"address", address}};
  messages_.send_later(tx, *message, link_template);
  return sent;
}

bool AccountLinkService::needs_totp(const Account& account) const {
  bool has_code = account.mobile_sealed && messages_.can_send(messaging::Channel::sms);
  return needs_second_step(account) && !has_code && !account.totp_sealed && account.usable_passkeys == 0;
}

std::pair<AccountLink, Account> AccountLinkService::get(db::Tx& tx, const std::string& token) {
  auto link = store::find_link(tx, sha256_hex(token));
  if (!link || link->used_at || link->expires_at <= clock_.now()) throw Refusal(link_over);
  auto account = store::find(tx, link->account_id);
  if (account->state != AccountState::active) throw Refusal(link_over);
  return {*link, *account};
}

std::string AccountLinkService::name_of(const Account& account) const {
  return login_name_of(account, cipher_);
}

LinkedAccount AccountLinkService::open(const std::string& token) {
  auto [link, account] = database_.read([&](db::Tx& tx) { return get(tx, token); });
  return {login_name_of(account, cipher_), account.display_name, account.door, needs_totp(account),
          link.expires_at};
}

std::pair<std::string, std::string> AccountLinkService::begin_totp(const std::string& token) {
  auto secret = new_totp_secret();
  auto account = database_.write([&](db::Tx& tx) {
    auto found = get(tx, token).second;
    store::change_totp(tx, found.id, found.totp_sealed, cipher_.seal(secret, pending_context(found)));
    return found;
  });
  return {secret, totp_uri(fairs_.short_name(account.locale), login_name_of(account, cipher_), secret)};
}

Account AccountLinkService::use(const Caller& caller, const std::string& token, const std::string& password,
                                const std::string& totp_code) {
  auto account = database_.read([&](db::Tx& tx) { return get(tx, token).second; });
  if (auto* wrong = why_not_password(password, login_name_of(account, cipher_)))
    throw ValidationError("password", *wrong);
  bool has_totp = needs_totp(account);
  if (has_totp && (!account.totp_pending_sealed || totp_code.empty()))
    throw ValidationError("totp_code", link_needs_totp);
  if (has_totp) sign_ins_.take_factor_try(account);
  if (has_totp && !sign_ins_.matches_totp(account, *account.totp_pending_sealed, "totp_pending", totp_code))
    throw ValidationError("totp_code", second_step_wrong);
  auto hash = hash_password(password, cost_);
  return database_.write([&](db::Tx& tx) {
    auto [link, before] = get(tx, token);
    if (!store::use_link(tx, link.id, clock_.now())) throw Refusal(link_over);
    store::change_password(tx, before.id, hash);
    if (has_totp) {
      auto secret = cipher_.open(*before.totp_pending_sealed, pending_context(before));
      store::change_totp(tx, before.id, cipher_.seal(secret, "accounts.totp|" + before.id.text),
                         std::nullopt);
    }
    // Whoever follows the link has read what was sent to this address.
    if (link.sent_to_masked && link.sent_to_masked == before.mobile_masked)
      store::verify_mobile(tx, before.id);
    if (link.sent_to_masked && link.sent_to_masked == before.email_masked) store::verify_email(tx, before.id);
    store::end_all_sessions(tx, before.id, clock_.now());
    sign_ins_.unlock(tx, before);
    auto named = caller;
    named.account = before.id;
    named.name = before.display_name;
    auto after = *store::find(tx, before.id);
    audit::record(
        tx, named, clock_.now(),
        {"account_link_used", "account", before.id.text, "通过个人链接设置密码：" + before.login_name,
         audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
    return after;
  });
}

}  // namespace expogate::account
