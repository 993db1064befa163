#include "group_payment/group_payment_store.h"

namespace expogate::group_payment::store {

GroupPayment get(db::Tx& tx, const EditionId& edition, const TradingGroupId& group) {
  auto found = tx.one<GroupPayment>(R"(
      select trading_group_id, is_permitted, is_on, is_default_set, default_limit, switched_at, version
      from group_payments where edition_id = $1 and trading_group_id = $2)",
                                    edition, group);
  if (found) return *found;
  GroupPayment none;
  none.trading_group_id = group;
  return none;
}

bool is_on(db::Tx& tx, const EditionId& edition, const TradingGroupId& group) {
  std::string sql = "select is_on from group_payments where edition_id = $1 and trading_group_id = $2";
  // SQLite has one writer at a time; elsewhere whoever turns the switch waits for this, and this for them.
  if (tx.engine() == db::Engine::postgres) sql += " for share";
  return tx.one<bool>(sql, edition, group).value_or(false);
}

bool change(db::Tx& tx, const EditionId& edition, const GroupPayment& p, std::int64_t version_read) {
  return tx.exec(R"(
      insert into group_payments (edition_id, trading_group_id, is_permitted, is_on, is_default_set, default_limit,
                                  switched_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8 + 1)
      on conflict (edition_id, trading_group_id) do update
        set is_permitted = excluded.is_permitted, is_on = excluded.is_on, is_default_set = excluded.is_default_set,
            default_limit = excluded.default_limit, switched_at = excluded.switched_at, version = excluded.version
        where group_payments.version = $8)",
                 edition, p.trading_group_id, p.is_permitted, p.is_on, p.is_default_set, p.default_limit,
                 p.switched_at, version_read) == 1;
}

std::int64_t count_undecided(db::Tx& tx, const EditionId& edition, const TradingGroupId& group) {
  return tx.value<std::int64_t>(
      "select count(*) from attendees where edition_id = $1 and trading_group_id = $2 and state = "
      "'awaiting_group'",
      edition, group);
}

OrganizationCount get_count(db::Tx& tx, const OrganizationId& organization) {
  auto found = tx.one<OrganizationCount>(
      "select persons, sponsored from sponsorship_limits where organization_id = $1", organization);
  return found.value_or(OrganizationCount{});
}

bool count_sponsored(db::Tx& tx, const EditionId& edition, const TradingGroupId& group,
                     const OrganizationId& organization, std::optional<std::int64_t> limit) {
  if (limit == 0) return false;
  return tx.exec(R"(
      insert into sponsorship_limits (organization_id, edition_id, trading_group_id, sponsored, version)
      values ($1, $2, $3, 1, 1)
      on conflict (organization_id) do update set sponsored = sponsorship_limits.sponsored + 1
        where sponsorship_limits.sponsored < $4)",
                 organization, edition, group, limit.value_or(std::int64_t{1} << 40)) == 1;
}

}  // namespace expogate::group_payment::store
