#include "account/session_service.h"

#include "account/account_store.h"
#include "account/session_store.h"
#include "audit/audit.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/token.h"
#include "platform/text/text_gate.h"

namespace expogate::account {
namespace {

constexpr std::string_view bearer = "Bearer ";
constexpr std::size_t longest_user_agent = 300, longest_address = 64;

bool is_by_cookie(const http::Request& request) {
  return !request.header("authorization").starts_with(bearer);
}

bool has_csrf_token(const http::Request& request, std::string_view token) {
  return equal_in_constant_time(request.header("x-csrf-token"), csrf_token_of(token));
}

void become(Caller& caller, const Account& account) {
  caller.account = account.id;
  caller.name = account.display_name;
  caller.scope = scope_of(account);
  caller.permissions = permissions_of(account.role);
}

}  // namespace

std::string csrf_token_of(std::string_view session_token) {
  return base64url_encode(sha256("expogate csrf " + std::string(session_token)));
}

std::string SessionService::token_of(const http::Request& request) const {
  auto authorization = request.header("authorization");
  if (authorization.starts_with(bearer)) return std::string(authorization.substr(bearer.size()));
  return request.cookie(cookie_name(has_secure_cookie_)).value_or("");
}

EditionId SessionService::edition_of(const http::Request& request) {
  auto wanted = request.header("edition");
  return wanted.empty() ? editions_.get_current().id : editions_.require_known(wanted);
}

Caller SessionService::nobody(const http::Request& request, const std::string& ip) {
  Caller caller;
  caller.name = "-";
  caller.ip = shown_beginning(ip, longest_address);
  caller.user_agent = shown_beginning(request.header("user-agent"), longest_user_agent);
  caller.edition = edition_of(request);
  return caller;
}

Caller SessionService::authenticate(const http::Request& request, bool is_write, const std::string& ip) {
  auto caller = nobody(request, ip);
  auto token = token_of(request);
  if (token.empty()) return caller;
  auto now = clock_.now();
  std::optional<Account> account;
  auto session = database_.read([&](db::Tx& tx) {
    auto found = store::find_session(tx, sha256_hex(token), now);
    if (found) account = store::find(tx, found->account_id);
    return found;
  });
  // An ended session is nobody's: public pages go on working, all others say that one must sign in.
  if (!session || account->state != AccountState::active) return caller;
  if (is_write && is_by_cookie(request) && !has_csrf_token(request, token)) {
    caller.has_wrong_csrf_token = true;
    return caller;
  }
  caller.session = session->id;
  if (session->stage == SessionStage::second_step) return caller;
  become(caller, *account);
  if (now - session->last_seen_at > last_seen_precision)
    database_.write([&](db::Tx& tx) { store::touch_session(tx, session->id, now); });
  return caller;
}

std::optional<Caller> SessionService::find_caller(const AccountId& id, const EditionId& edition,
                                                  Locale locale) {
  auto account = database_.read([&](db::Tx& tx) { return store::find(tx, id); });
  if (!account || account->state != AccountState::active) return std::nullopt;
  Caller caller;
  become(caller, *account);
  caller.edition = edition;
  caller.locale = locale;
  return caller;
}

// EDN-02
void SessionService::refuse_past_edition(const Caller& caller) {
  if (caller.edition != editions_.get_current().id) editions_.require_writable(caller.edition);
}

NewSession SessionService::begin(db::Tx& tx, const Account& account, SessionStage stage,
                                 const Caller& caller) {
  auto now = clock_.now();
  auto lifetime = stage == SessionStage::full ? session_absolute_limit : second_step_limit;
  NewSession fresh{
      {new_id<SessionId>(now), account.id, stage, 0, now, now, now + lifetime, caller.ip, caller.user_agent},
      new_token()};
  store::add_session(tx, fresh.session, sha256_hex(fresh.token));
  return fresh;
}

std::vector<Session> SessionService::list_sessions(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return store::list_sessions(tx, caller.account, clock_.now()); });
}

void SessionService::end_others(const Caller& caller) {
  database_.write([&](db::Tx& tx) {
    for (auto& session : store::list_sessions(tx, caller.account, clock_.now()))
      if (session.id != caller.session) store::end_session(tx, session.id, caller.account, clock_.now());
    audit::record(tx, caller, clock_.now(),
                  {"sessions_ended", "account", caller.account.text, "退出其他设备"});
  });
}

void SessionService::end(const Caller& caller, const SessionId& id) {
  database_.write([&](db::Tx& tx) {
    if (!store::end_session(tx, id, caller.account, clock_.now())) throw NotFound();
    audit::record(tx, caller, clock_.now(), {"session_ended", "session", id.text, "结束登录会话"});
  });
}

// ACC-04: signing out ends every session of the account.
void SessionService::sign_out(const Caller& caller) {
  database_.write([&](db::Tx& tx) {
    store::end_all_sessions(tx, caller.account, clock_.now());
    audit::record(tx, caller, clock_.now(), {"signed_out", "account", caller.account.text, "退出登录"});
  });
}

}  // namespace expogate::account
