#include "account/account_http.h"
#include "base/allowed_action.h"
#include "platform/wire/page_query.h"

namespace expogate::account {

enum class TwoStep { none, sms, totp, passkey };
BOOST_DESCRIBE_ENUM(TwoStep, none, sms, totp, passkey)

struct AccountRow {
  AccountId id;
  AccountKind kind = AccountKind::bureau;
  std::string login_name, display_name;
  Role role = Role::bureau_admin;
  AccountState state = AccountState::active;
  std::optional<std::string> mobile_masked, email_masked;
  TwoStep two_step = TwoStep::none;
  LinkState link = LinkState::none;
  std::optional<Instant> last_sign_in_at, locked_until;
  Instant created_at;
  std::int64_t version = 1;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (),
                      (id, kind, login_name, display_name, role, state, mobile_masked, email_masked, two_step,
                       link, last_sign_in_at, locked_until, created_at, version, allowed_actions))

struct AccountQuery : wire::PageQuery {
  std::optional<wire::Text<1, 60>> q;
  std::optional<wire::Mobile> mobile;
  std::vector<AccountKind> kind;
  std::vector<Role> role;
  std::optional<AccountState> state;
  std::optional<AccountId> id;
};
BOOST_DESCRIBE_STRUCT(AccountQuery, (wire::PageQuery), (q, mobile, kind, role, state, id))

struct NewBureauAccount {
  wire::Text<4, 60> login_name;
  wire::Text<1, 60> display_name;
  Role role = Role::bureau_reviewer;
  wire::Mobile mobile;
  std::optional<wire::Email> email;
};
BOOST_DESCRIBE_STRUCT(NewBureauAccount, (), (login_name, display_name, role, mobile, email))

struct AccountCreated {
  AccountRow account;
  LinkSent link;
};
BOOST_DESCRIBE_STRUCT(AccountCreated, (), (account, link))

struct AccountPatch {
  std::optional<wire::Text<1, 60>> display_name;
  std::optional<Role> role;
  std::optional<AccountState> state;
};
BOOST_DESCRIBE_STRUCT(AccountPatch, (), (display_name, role, state))

struct UnmaskRequest {
  PersonalField field = PersonalField::mobile;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(UnmaskRequest, (), (field, reason))

struct UnmaskedValue {
  std::string value;
};
BOOST_DESCRIBE_STRUCT(UnmaskedValue, (), (value))

namespace {

TwoStep two_step_of(const Account& a) {
  if (a.usable_passkeys > 0) return TwoStep::passkey;
  if (a.totp_sealed) return TwoStep::totp;
  return needs_second_step(a) && a.mobile_sealed ? TwoStep::sms : TwoStep::none;
}

AccountRow row(const Account& a, const Caller& caller, std::optional<Instant> locked_until, LinkState link) {
  bool is_self = a.id == caller.account;
  bool may_manage = caller.may(Permission::manage_accounts) && !is_self;
  std::optional<std::string> reason;
  if (!may_manage) reason = std::string((is_self ? account_own : permission_denied).words(caller.locale));
  std::vector<AllowedAction> actions{
      {a.state == AccountState::active ? "disable" : "enable", may_manage, reason},
      {"change_role", may_manage, reason},
      {"reset_password", may_manage, reason},
      {"unlock", caller.may(Permission::manage_accounts) && locked_until.has_value(), std::nullopt},
      {"unmask", caller.may(Permission::unmask_personal_data) && a.mobile_sealed.has_value(), std::nullopt}};
  return {a.id,
          a.kind,
          a.login_name,
          a.display_name,
          a.role,
          a.state,
          a.mobile_masked,
          a.email_masked,
          two_step_of(a),
          link,
          a.last_sign_in_at,
          locked_until,
          a.created_at,
          a.version,
          actions};
}

AccountRow row_of(AccountService& accounts, const Account& account, const Caller& caller) {
  auto locked = accounts.locked_among({account});
  return row(account, caller, locked.empty() ? std::nullopt : std::optional(locked.begin()->second),
             accounts.link_states_of({account})[account.id]);
}

}  // namespace

void add_account_admin_routes(wire::Router& router, AccountService& accounts) {
  router.get("/admin/accounts", "account_list")
      .allow(Permission::see_accounts)
      .summary("All accounts")
      .handle([&](const Caller& caller, const AccountQuery& q) {
        store::AccountFilter filter{q.q, {}, {}, q.kind, q.role, q.state, q.id};
        if (q.mobile) filter.mobile_index = accounts.mobile_index_of(*q.mobile);
        auto page = accounts.list_accounts(filter, wire::page_request(q));
        auto locked = accounts.locked_among(page.items);
        auto links = accounts.link_states_of(page.items);
        return wire::page_view(page, [&](const Account& a) {
          auto found = locked.find(a.id);
          return row(a, caller, found == locked.end() ? std::nullopt : std::optional(found->second),
                     links[a.id]);
        });
      });

  router.post("/admin/accounts", "account_create")
      .allow(Permission::manage_accounts)
      .outside_editions()
      .summary("Adds an account of the bureau; its owner is sent a personal link")
      .handle([&](const Caller& caller, const NewBureauAccount& r) {
        NewAccount wanted;
        wanted.role = r.role;
        wanted.login_name = r.login_name;
        wanted.display_name = r.display_name;
        wanted.mobile = r.mobile;
        if (r.email) wanted.email = *r.email;
        auto added = accounts.add_bureau_account(caller, wanted);
        return AccountCreated{row(added.account, caller, std::nullopt, LinkState::waiting), added.link};
      });

  router.patch("/admin/accounts/{id}", "account_change")
      .allow(Permission::manage_accounts)
      .outside_editions()
      .summary("Changes an account's name, role or state")
      .handle([&](const Caller& caller, AccountId id, const AccountPatch& p, wire::IfMatch match) {
        AccountChanges changes{wire::plain(p.display_name), p.role, p.state};
        auto account = accounts.change_account(caller, id, changes, match.version);
        return row_of(accounts, account, caller);
      });

  router.post("/admin/accounts/{id}/password_resets", "account_password_reset")
      .allow(Permission::manage_accounts)
      .outside_editions()
      .summary("Resets the password of an account, ends its sessions and sends its owner a personal link")
      .handle([&](const Caller& caller, AccountId id, const wire::NoInput&) {
        return accounts.reset_password(caller, id);
      });

  router.post("/admin/accounts/{id}/unlocks", "account_unlock")
      .allow(Permission::manage_accounts)
      .outside_editions()
      .summary("Unlocks an account after failed sign-ins")
      .handle([&](const Caller& caller, AccountId id, const wire::NoInput&) {
        return row_of(accounts, accounts.unlock(caller, id), caller);
      });

  router.post("/admin/accounts/{id}/unmaskings", "account_unmask")
      .allow(Permission::unmask_personal_data)
      .outside_editions()
      .summary("Shows one masked field, with a reason; recorded")
      .handle([&](const Caller& caller, AccountId id, const UnmaskRequest& r) {
        return UnmaskedValue{accounts.unmask(caller, id, r.field, r.reason)};
      });
}

}  // namespace expogate::account
