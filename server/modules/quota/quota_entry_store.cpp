#include "quota/quota_entry.h"

namespace expogate::quota::store {

std::vector<QuotaEntry> list_entries(db::Tx& tx, const std::string& account, int limit) {
  // Each side of the account by its index; the running sum is what was free after each movement.
  return tx.query<QuotaEntry>(R"(
      with moved as (
        select id, created_at, reason, actor_id, subject, -amount as places
        from ledger_transfers where debit_account_id = $1
        union all
        select id, created_at, reason, actor_id, subject, amount from ledger_transfers where credit_account_id = $1),
      counted as (select m.*, sum(places) over (order by created_at, id) as balance from moved m)
      select c.id, c.created_at as at, c.reason, c.places, cast(c.balance as bigint) as balance,
             coalesce(p.name_zh, q.name, g.name_zh) as other_zh, coalesce(p.name_en, q.name, g.name_en) as other_en,
             a.display_name as actor_name
      from counted c
      left join accounts a on a.id = c.actor_id
      left join attendees p on p.id = c.subject
      left join organization_quotas q on q.id = c.subject
      left join trading_groups g on g.id = c.subject
      order by c.created_at desc, c.id desc limit $2)",
                              account, limit);
}

}  // namespace expogate::quota::store
