#pragma once
#include <optional>
#include <vector>

#include "account/account.h"
#include "base/page.h"
#include "platform/db/tx.h"

namespace expogate::account::store {

std::optional<Account> find(db::Tx& tx, const AccountId& id);
std::optional<Account> find_by_login(db::Tx& tx, Door door, std::string_view login_key);
/// The active main accounts of these groups.
std::vector<Account> list_main_accounts(db::Tx& tx, const std::vector<TradingGroupId>& groups);
std::vector<Account> list_sub_accounts(db::Tx& tx, const AccountId& parent);

struct AccountFilter {
  std::optional<std::string> text, login_key, mobile_index;
  std::vector<AccountKind> kinds;
  std::vector<Role> roles;
  std::optional<AccountState> state;
  std::optional<AccountId> id;
};
Page<Account> list(db::Tx& tx, const AccountFilter& filter, const PageRequest& page);

void add(db::Tx& tx, const Account& account);
/// Name, role, state and language; compare-and-set on the version.
bool change(db::Tx& tx, const Account& account, std::int64_t version_read);
void change_organization(db::Tx& tx, const AccountId& id, const OrganizationId& organization);
void change_login_name(db::Tx& tx, const Account& account);
void change_password(db::Tx& tx, const AccountId& id, std::string_view password_hash);
/// Set by whoever has proved it, so it is verified from then on.
void change_mobile(db::Tx& tx, const Account& account);
void verify_mobile(db::Tx& tx, const AccountId& id);
void verify_email(db::Tx& tx, const AccountId& id);
void change_email(db::Tx& tx, const Account& account);
void change_totp(db::Tx& tx, const AccountId& id, const std::optional<std::string>& sealed,
                 const std::optional<std::string>& pending_sealed);
/// Compare-and-set: a one-time code's step is used once, also by two requests at the same moment.
bool use_totp_step(db::Tx& tx, const AccountId& id, std::int64_t step);
void note_sign_in(db::Tx& tx, const AccountId& id, Instant now);

}  // namespace expogate::account::store
