#include "account/account_http.h"
#include "base/allowed_action.h"
#include "platform/wire/page_query.h"

namespace expogate::account {

struct SubAccount {
  AccountId id;
  std::string login_name, display_name;
  Role role = Role::group_operator;
  AccountState state = AccountState::active;
  std::optional<std::string> mobile_masked;
  std::optional<Instant> last_sign_in_at;
  Instant created_at;
  std::int64_t version = 1;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(SubAccount, (),
                      (id, login_name, display_name, role, state, mobile_masked, last_sign_in_at, created_at,
                       version, allowed_actions))

struct NewSubAccount {
  wire::Text<4, 60> login_name;
  wire::Text<1, 60> display_name;
  Role role = Role::group_operator;
  wire::Mobile mobile;
};
BOOST_DESCRIBE_STRUCT(NewSubAccount, (), (login_name, display_name, role, mobile))

struct SubAccountCreated {
  SubAccount account;
  LinkSent link;
};
BOOST_DESCRIBE_STRUCT(SubAccountCreated, (), (account, link))

struct SubAccountPatch {
  std::optional<wire::Text<1, 60>> display_name;
  std::optional<Role> role;
  std::optional<AccountState> state;
};
BOOST_DESCRIBE_STRUCT(SubAccountPatch, (), (display_name, role, state))

namespace {

SubAccount view(const Account& a, const Caller& caller) {
  bool is_self = a.id == caller.account;
  std::optional<std::string> reason;
  if (is_self) reason = std::string(account_own.words(caller.locale));
  bool is_active = a.state == AccountState::active;
  return {a.id,
          a.login_name,
          a.display_name,
          a.role,
          a.state,
          a.mobile_masked,
          a.last_sign_in_at,
          a.created_at,
          a.version,
          {{is_active ? "disable" : "enable", !is_self, reason},
           {"change_role", !is_self, reason},
           {"reset_password", !is_self, reason}}};
}

}  // namespace

void add_sub_account_routes(wire::Router& router, AccountService& accounts) {
  router.get("/my/sub_accounts", "sub_account_list")
      .allow(Permission::manage_sub_accounts)
      .summary("Sub-accounts of my organization or group")
      .handle([&](const Caller& caller) {
        return wire::list_view(accounts.list_sub_accounts(caller),
                               [&](const Account& a) { return view(a, caller); });
      });

  router.post("/my/sub_accounts", "sub_account_create")
      .allow(Permission::manage_sub_accounts)
      .outside_editions()
      .summary("Adds a sub-account; its holder sets the password by a link sent by SMS")
      .handle([&](const Caller& caller, const NewSubAccount& r) {
        NewAccount wanted;
        wanted.role = r.role;
        wanted.login_name = r.login_name;
        wanted.display_name = r.display_name;
        wanted.mobile = r.mobile;
        auto added = accounts.add_sub_account(caller, wanted);
        return SubAccountCreated{view(added.account, caller), added.link};
      });

  router.patch("/my/sub_accounts/{id}", "sub_account_change")
      .allow(Permission::manage_sub_accounts)
      .outside_editions()
      .summary("Changes a sub-account's name, role or state")
      .handle([&](const Caller& caller, AccountId id, const SubAccountPatch& p, wire::IfMatch match) {
        AccountChanges changes{wire::plain(p.display_name), p.role, p.state};
        return view(accounts.change_sub_account(caller, id, changes, match.version), caller);
      });

  router.post("/my/sub_accounts/{id}/password_resets", "sub_account_password_reset")
      .allow(Permission::manage_sub_accounts)
      .outside_editions()
      .summary("Resets the password of a sub-account, ends its sessions and sends its owner a personal link")
      .handle([&](const Caller& caller, AccountId id, const wire::NoInput&) {
        return accounts.reset_sub_account_password(caller, id);
      });
}

}  // namespace expogate::account
