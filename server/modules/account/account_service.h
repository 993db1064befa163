#pragma once
#include <optional>
#include <string>
#include <vector>

#include "account/account_link.h"
#include "account/account_store.h"
#include "account/sign_in_service.h"

namespace expogate::account {

struct NewAccount {
  AccountKind kind = AccountKind::bureau;
  Role role = Role::bureau_admin;
  std::string login_name, display_name;
  std::optional<std::string> mobile, email;
  bool is_mobile_verified = false, is_email_verified = false;
  ScopeLevel scope_level = ScopeLevel::nothing;
  std::optional<TradingGroupId> trading_group_id;
  std::optional<OrganizationId> organization_id;
  std::optional<AccountId> parent_account_id;
  /// A password chosen by its owner; without one a personal link is sent, behind which the owner chooses it.
  std::optional<std::string> password;
};

/// An account and the link that went to its owner.
struct AccountWithLink {
  Account account;
  LinkSent link;
};

struct AccountChanges {
  std::optional<std::string> display_name;
  std::optional<Role> role;
  std::optional<AccountState> state;
};

enum class PersonalField { mobile, email };
BOOST_DESCRIBE_ENUM(PersonalField, mobile, email)

struct GroupContact {
  std::string name, email;
  Locale locale = Locale::zh_cn;
};

/// Accounts as the bureau and a group's administrator manage them (ACC-05, GRP-07).
class AccountService {
 public:
  AccountService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                 SignInService& sign_ins, AccountLinkService& links, PasswordCost cost)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        sign_ins_(sign_ins),
        links_(links),
        cost_(cost) {}

  /// For other modules: hashes and encrypts first, then `add_prepared` inside their own transaction.
  Account prepare(const NewAccount& wanted);
  void add_prepared(db::Tx& tx, const Caller& caller, const Account& prepared);
  /// Adds an account whose owner chooses the password behind a link.
  AccountWithLink add_linked(db::Tx& tx, const Caller& caller, const NewAccount& wanted);

  /// Whether somebody can sign in for this group already.
  bool has_main_account(db::Tx& tx, const TradingGroupId& group);
  std::optional<Account> find_by_login(db::Tx& tx, Door door, const std::string& login_name);
  /// The organization that a contact works for in the current edition, and the name it signs in with.
  void change_organization(db::Tx& tx, const AccountId& id, const OrganizationId& organization);
  void change_login_name(db::Tx& tx, const Caller& caller, const AccountId& id,
                         const std::string& login_name);

  Page<Account> list_accounts(const store::AccountFilter& filter, const PageRequest& page);
  AccountWithLink add_bureau_account(const Caller& caller, const NewAccount& wanted);
  Account change_account(const Caller& caller, const AccountId& id, const AccountChanges& changes,
                         std::int64_t version);
  /// The password is gone and every session over; a link goes to the owner.
  LinkSent reset_password(const Caller& caller, const AccountId& id);
  Account unlock(const Caller& caller, const AccountId& id);
  /// One field of one account, with the reason, in the audit log (ACC-07).
  std::string unmask(const Caller& caller, const AccountId& id, PersonalField field,
                     const std::string& reason);

  std::vector<Account> list_sub_accounts(const Caller& caller);
  AccountWithLink add_sub_account(const Caller& caller, const NewAccount& wanted);
  Account change_sub_account(const Caller& caller, const AccountId& id, const AccountChanges& changes,
                             std::int64_t version);
  LinkSent reset_sub_account_password(const Caller& caller, const AccountId& id);

  /// Where mail to these groups goes: the main account of each that has an address.
  std::map<TradingGroupId, GroupContact> list_group_contacts(db::Tx& tx,
                                                             const std::vector<TradingGroupId>& groups);

  std::string mobile_index_of(const std::string& mobile) const;
  std::map<AccountId, LinkState> link_states_of(const std::vector<Account>& accounts);
  std::map<AccountId, Instant> locked_among(const std::vector<Account>& accounts) {
    return sign_ins_.locked_among(accounts);
  }

 private:
  Account get(db::Tx& tx, const AccountId& id);
  Account get_sub_account(const Caller& caller, const AccountId& id);
  AccountId root_of(const Caller& caller);
  AccountWithLink add(const Caller& caller, const NewAccount& wanted);
  Account change(const Caller& caller, const Account& before, const AccountChanges& changes,
                 std::int64_t version);
  LinkSent reset(const Caller& caller, const Account& account);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  SignInService& sign_ins_;
  AccountLinkService& links_;
  PasswordCost cost_;
};

}  // namespace expogate::account
