#include "account/account_service.h"

#include "account/personal_data.h"
#include "account/session_store.h"
#include "audit/audit.h"
#include "base/text.h"
#include "platform/db/refusing_taken.h"

namespace expogate::account {
Account AccountService::prepare(const NewAccount& wanted) {
  auto now = clock_.now();
  Account a;
  a.id = new_id<AccountId>(now);
  a.kind = wanted.kind;
  a.door = door_of(wanted.kind);
  set_login_name(a, cipher_, std::string(trimmed(wanted.login_name)));
  a.display_name = wanted.display_name;
  a.role = wanted.role;
  a.scope_level = wanted.scope_level;
  a.trading_group_id = wanted.trading_group_id;
  a.organization_id = wanted.organization_id;
  a.parent_account_id = wanted.parent_account_id;
  a.created_at = now;
  if (wanted.password) a.password_hash = hash_password(*wanted.password, cost_);
  a.mobile_verified = wanted.is_mobile_verified;
  a.email_verified = wanted.is_email_verified;
  if (wanted.mobile) set_mobile(a, cipher_, *wanted.mobile);
  if (wanted.email) set_email(a, cipher_, *wanted.email);
  return a;
}

void AccountService::add_prepared(db::Tx& tx, const Caller& caller, const Account& a) {
  store::add(tx, a);
  audit::record(tx, caller, clock_.now(),
                {"account_added", "account", a.id.text, "新增账号：" + a.login_name, "null",
                 audit::snapshot(snapshot_of(a))});
}

AccountWithLink AccountService::add_linked(db::Tx& tx, const Caller& caller, const NewAccount& wanted) {
  auto account = prepare(wanted);
  add_prepared(tx, caller, account);
  return {account, links_.send(tx, account)};
}

AccountWithLink AccountService::add(const Caller& caller, const NewAccount& wanted) {
  return db::refusing_taken("login", "login_name", login_name_taken, [&] {
    return database_.write([&](db::Tx& tx) { return add_linked(tx, caller, wanted); });
  });
}

std::map<AccountId, LinkState> AccountService::link_states_of(const std::vector<Account>& accounts) {
  std::vector<AccountId> ids;
  for (auto& account : accounts) ids.push_back(account.id);
  std::map<AccountId, LinkState> states;
  for (auto& link : database_.read([&](db::Tx& tx) { return store::list_newest_links(tx, ids); }))
    states[link.account_id] = state_of(link, clock_.now());
  return states;
}

bool AccountService::has_main_account(db::Tx& tx, const TradingGroupId& group) {
  return !store::list_main_accounts(tx, {group}).empty();
}

std::optional<Account> AccountService::find_by_login(db::Tx& tx, Door door, const std::string& login_name) {
  return store::find_by_login(tx, door, login_key_of(cipher_, login_name));
}

void AccountService::change_organization(db::Tx& tx, const AccountId& id,
                                         const OrganizationId& organization) {
  store::change_organization(tx, id, organization);
}

void AccountService::change_login_name(db::Tx& tx, const Caller& caller, const AccountId& id,
                                       const std::string& login_name) {
  auto before = get(tx, id);
  if (login_name_of(before, cipher_) == login_name) return;
  auto after = before;
  set_login_name(after, cipher_, login_name);
  store::change_login_name(tx, after);
  audit::record(tx, caller, clock_.now(),
                {"login_name_changed", "account", id.text, "修改登录名：" + after.login_name,
                 audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(get(tx, id)))});
}

Page<Account> AccountService::list_accounts(const store::AccountFilter& wanted, const PageRequest& page) {
  auto filter = wanted;
  // An encrypted name is found when it was typed whole.
  if (filter.text) filter.login_key = login_key_of(cipher_, *filter.text);
  return database_.read([&](db::Tx& tx) { return store::list(tx, filter, page); });
}

std::map<TradingGroupId, GroupContact> AccountService::list_group_contacts(
    db::Tx& tx, const std::vector<TradingGroupId>& groups) {
  std::map<TradingGroupId, GroupContact> contacts;
  if (groups.empty()) return contacts;
  for (auto& account : store::list_main_accounts(tx, groups))
    if (auto email = email_of(account, cipher_))
      contacts[*account.trading_group_id] = {account.display_name, *email, account.locale};
  return contacts;
}

std::string AccountService::mobile_index_of(const std::string& mobile) const {
  return mobile_index(cipher_, mobile);
}

AccountWithLink AccountService::add_bureau_account(const Caller& caller, const NewAccount& wanted) {
  if (kind_of(wanted.role) != AccountKind::bureau) throw ValidationError("role", role_not_assignable);
  auto account = wanted;
  account.kind = AccountKind::bureau;
  account.scope_level = ScopeLevel::everything;
  return add(caller, account);
}

Account AccountService::get(db::Tx& tx, const AccountId& id) {
  auto account = store::find(tx, id);
  if (!account) throw NotFound();
  return *account;
}

Account AccountService::change(const Caller& caller, const Account& before, const AccountChanges& changes,
                               std::int64_t version) {
  if (before.id == caller.account && (changes.role || changes.state)) throw Refusal(account_own);
  if (changes.role && kind_of(*changes.role) != before.kind)
    throw ValidationError("role", role_not_assignable);
  return database_.write([&](db::Tx& tx) {
    auto after = before;
    if (changes.display_name) after.display_name = *changes.display_name;
    if (changes.role) after.role = *changes.role;
    if (changes.state) after.state = *changes.state;
    if (!store::change(tx, after, version)) throw Stale();
    // What a session may do was decided by the role; a disabled account has none.
    if (changes.role || changes.state) store::end_all_sessions(tx, before.id, clock_.now());
    audit::record(tx, caller, clock_.now(),
                  {"account_changed", "account", before.id.text, "修改账号：" + before.login_name,
                   audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
    return get(tx, before.id);
  });
}

Account AccountService::change_account(const Caller& caller, const AccountId& id,
                                       const AccountChanges& changes, std::int64_t version) {
  return change(caller, database_.read([&](db::Tx& tx) { return get(tx, id); }), changes, version);
}

LinkSent AccountService::reset(const Caller& caller, const Account& account) {
  if (account.id == caller.account) throw Refusal(account_own);
  return database_.write([&](db::Tx& tx) {
    store::change_password(tx, account.id, "");
    store::end_all_sessions(tx, account.id, clock_.now());
    sign_ins_.unlock(tx, account);
    audit::record(tx, caller, clock_.now(),
                  {"password_reset", "account", account.id.text, "重置密码：" + account.login_name});
    return links_.send(tx, account);
  });
}

LinkSent AccountService::reset_password(const Caller& caller, const AccountId& id) {
  return reset(caller, database_.read([&](db::Tx& tx) { return get(tx, id); }));
}

Account AccountService::unlock(const Caller& caller, const AccountId& id) {
  return database_.write([&](db::Tx& tx) {
    auto account = get(tx, id);
    sign_ins_.unlock(tx, account);
    audit::record(tx, caller, clock_.now(),
                  {"account_unlocked", "account", id.text, "解除登录锁定：" + account.login_name});
    return account;
  });
}

std::string AccountService::unmask(const Caller& caller, const AccountId& id, PersonalField field,
                                   const std::string& reason) {
  return database_.write([&](db::Tx& tx) {
    auto account = get(tx, id);
    auto value = field == PersonalField::mobile ? mobile_of(account, cipher_) : email_of(account, cipher_);
    if (!value) throw NotFound();
    audit::record(tx, caller, clock_.now(),
                  {"personal_data_unmasked", "account", id.text,
                   std::string(field == PersonalField::mobile ? "查看手机号" : "查看邮箱") + ": " +
                       account.login_name + " (" + reason + ")"});
    return *value;
  });
}

/// A sub-account's administrator works for the same main account as itself.
AccountId AccountService::root_of(const Caller& caller) {
  auto own = database_.read([&](db::Tx& tx) { return get(tx, caller.account); });
  return own.parent_account_id.value_or(own.id);
}

Account AccountService::get_sub_account(const Caller& caller, const AccountId& id) {
  auto root = root_of(caller);
  auto account = database_.read([&](db::Tx& tx) { return get(tx, id); });
  if (account.parent_account_id != root) throw NotFound();  // somebody else's (ACC-06)
  return account;
}

std::vector<Account> AccountService::list_sub_accounts(const Caller& caller) {
  auto root = root_of(caller);
  return database_.read([&](db::Tx& tx) { return store::list_sub_accounts(tx, root); });
}

AccountWithLink AccountService::add_sub_account(const Caller& caller, const NewAccount& wanted) {
  auto root = database_.read([&](db::Tx& tx) { return get(tx, root_of(caller)); });
  if (kind_of(wanted.role) != root.kind) throw ValidationError("role", role_not_assignable);
  auto account = wanted;
  account.kind = root.kind;
  account.scope_level = root.scope_level;
  account.trading_group_id = root.trading_group_id;
  account.organization_id = root.organization_id;
  account.parent_account_id = root.id;
  return add(caller, account);
}

Account AccountService::change_sub_account(const Caller& caller, const AccountId& id,
                                           const AccountChanges& changes, std::int64_t version) {
  return change(caller, get_sub_account(caller, id), changes, version);
}

LinkSent AccountService::reset_sub_account_password(const Caller& caller, const AccountId& id) {
  return reset(caller, get_sub_account(caller, id));
}

}  // namespace expogate::account
