#include "account/account_store.h"

#include <fmt/format.h>

#include "base/text.h"
#include "platform/db/list_query.h"

namespace expogate::account::store {
namespace {

constexpr std::string_view columns =
    "id, kind, door, login_name, login_key, login_name_sealed, password_hash, display_name, role, state, "
    "scope_level, "
    "trading_group_id, "
    "organization_id, parent_account_id, mobile_sealed, mobile_index, mobile_masked, email_sealed, "
    "email_index, email_masked, "
    "totp_sealed, totp_pending_sealed, totp_last_step, mobile_verified, email_verified, "
    "(select count(*) from passkeys where passkeys.account_id = accounts.id) as passkeys, "
    "(select count(*) from passkeys where passkeys.account_id = accounts.id and passkeys.locked_at is null) "
    "as "
    "usable_passkeys, locale, "
    "last_sign_in_at, "
    "created_at, version";

}  // namespace

std::optional<Account> find(db::Tx& tx, const AccountId& id) {
  return tx.one<Account>(fmt::format("select {} from accounts where id = $1", columns), id);
}

std::optional<Account> find_by_login(db::Tx& tx, Door door, std::string_view login_key) {
  return tx.one<Account>(fmt::format("select {} from accounts where door = $1 and login_key = $2", columns),
                         door, login_key);
}

std::vector<Account> list_main_accounts(db::Tx& tx, const std::vector<TradingGroupId>& groups) {
  db::ListQuery query("accounts", columns);
  query.where("parent_account_id is null").where("state = ?", AccountState::active);
  return query.where_in("trading_group_id", groups).all<Account>(tx);
}

std::vector<Account> list_sub_accounts(db::Tx& tx, const AccountId& parent) {
  return tx.query<Account>(
      fmt::format("select {} from accounts where parent_account_id = $1 order by created_at, id", columns),
      parent);
}

Page<Account> list(db::Tx& tx, const AccountFilter& filter, const PageRequest& page) {
  db::ListQuery query("accounts", columns);
  if (filter.text) {
    auto pattern = db::like_pattern(fold_key(*filter.text));
    query.where("(login_key like ? escape '!' or login_key = ? or display_name like ? escape '!')", pattern,
                filter.login_key.value_or(""), db::like_pattern(*filter.text));
  }
  if (filter.mobile_index) query.where("mobile_index = ?", *filter.mobile_index);
  query.where_in("kind", filter.kinds).where_in("role", filter.roles);
  if (filter.state) query.where("state = ?", *filter.state);
  if (filter.id) query.where("id = ?", *filter.id);
  query.order_by(
      page.sort,
      {{"login_name", "login_key"}, {"created_at", "created_at"}, {"last_sign_in_at", "last_sign_in_at"}},
      "created_at", "id");
  return query.page<Account>(tx, page);
}

void add(db::Tx& tx, const Account& a) {
  tx.exec(R"(
      insert into accounts (id, kind, door, login_name, login_key, login_name_sealed, password_hash, display_name, role, state, scope_level,
                            trading_group_id, organization_id, parent_account_id, mobile_sealed, mobile_index, mobile_masked,
                            email_sealed, email_index, email_masked, mobile_verified,
                            email_verified, locale, created_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25))",
          a.id, a.kind, a.door, a.login_name, a.login_key, a.login_name_sealed, a.password_hash,
          a.display_name, a.role, a.state, a.scope_level, a.trading_group_id, a.organization_id,
          a.parent_account_id, a.mobile_sealed, a.mobile_index, a.mobile_masked, a.email_sealed,
          a.email_index, a.email_masked, a.mobile_verified, a.email_verified, a.locale, a.created_at,
          a.version);
}

bool change(db::Tx& tx, const Account& a, std::int64_t version_read) {
  return tx.exec(R"(
      update accounts set display_name = $3, role = $4, state = $5, locale = $6, version = version + 1
      where id = $1 and version = $2)",
                 a.id, version_read, a.display_name, a.role, a.state, a.locale) == 1;
}

void change_organization(db::Tx& tx, const AccountId& id, const OrganizationId& organization) {
  tx.exec("update accounts set organization_id = $2, version = version + 1 where id = $1", id, organization);
}

void change_login_name(db::Tx& tx, const Account& a) {
  tx.exec(
      "update accounts set login_name = $2, login_key = $3, login_name_sealed = $4, version = version + 1 "
      "where id = $1",
      a.id, a.login_name, a.login_key, a.login_name_sealed);
}

void change_password(db::Tx& tx, const AccountId& id, std::string_view password_hash) {
  tx.exec(
      "update accounts set password_hash = $2, version = version + 1 where id = "
      "$1",
      id, password_hash);
}

void change_mobile(db::Tx& tx, const Account& a) {
  tx.exec(
      "update accounts set mobile_sealed = $2, mobile_index = $3, mobile_masked = $4, mobile_verified = "
      "true, "
      "version = version + 1 where id = $1",
      a.id, a.mobile_sealed, a.mobile_index, a.mobile_masked);
}

void verify_mobile(db::Tx& tx, const AccountId& id) {
  tx.exec("update accounts set mobile_verified = true where id = $1 and not mobile_verified", id);
}

void verify_email(db::Tx& tx, const AccountId& id) {
  tx.exec("update accounts set email_verified = true where id = $1 and not email_verified", id);
}

void change_email(db::Tx& tx, const Account& a) {
  tx.exec(
      "update accounts set email_sealed = $2, email_index = $3, email_masked = $4, email_verified = true, "
      "version = version + 1 where id = $1",
      a.id, a.email_sealed, a.email_index, a.email_masked);
}

void change_totp(db::Tx& tx, const AccountId& id, const std::optional<std::string>& sealed,
                 const std::optional<std::string>& pending_sealed) {
  tx.exec(
      "update accounts set totp_sealed = $2, totp_pending_sealed = $3, version = version + 1 where id = $1",
      id, sealed, pending_sealed);
}

bool use_totp_step(db::Tx& tx, const AccountId& id, std::int64_t step) {
  return tx.exec(
             "update accounts set totp_last_step = $2 where id = $1 and (totp_last_step is null or "
             "totp_last_step < $2)",
             id, step) == 1;
}

void note_sign_in(db::Tx& tx, const AccountId& id, Instant now) {
  tx.exec("update accounts set last_sign_in_at = $2 where id = $1", id, now);
}

}  // namespace expogate::account::store
