#include <fmt/format.h>

#include "organization/registered_name.h"
#include "platform/db/list_query.h"
#include "quota/quota_entry.h"
#include "quota/quota_store.h"

namespace expogate::quota::store {

Page<QuotaEntry> list_entries(db::Tx& tx, const Holder& holder, const QuotaEntryFilter& filter,
                              const PageRequest& page) {
  db::ListQuery query("", fmt::format(R"(
      c.id, c.created_at as at, c.reason, c.places, cast(c.balance as bigint) as balance, c.holder_zh, c.holder_en,
      coalesce(p.name_zh, {0}, g.name_zh) as other_zh, coalesce(p.name_en, {0}, g.name_en) as other_en,
      a.display_name as actor_name)",
                                      organization::shown_name("q.name")));
  // Each side of the account by its index; the running sum is what was free after each movement.
  query
      .join(R"((
        select m.*, sum(places) over (order by created_at, id) as balance,
               cast(? as text) as holder_zh, cast(? as text) as holder_en
        from (select id, created_at, reason, actor_id, subject, -amount as places
              from ledger_transfers where debit_account_id = ?
              union all
              select id, created_at, reason, actor_id, subject, amount
              from ledger_transfers where credit_account_id = ?) m) c)",
            holder.name_zh, holder.name_en, holder.account, holder.account)
      .show("left join accounts a on a.id = c.actor_id")
      .show("left join attendees p on p.id = c.subject")
      .show("left join organization_quotas q on q.id = c.subject")
      .show(recipient_join)
      .show("left join trading_groups g on g.id = c.subject")
      .where_in("c.reason", filter.reason);
  if (filter.from_on) query.where("c.created_at >= ?", fair_day_start(*filter.from_on));
  if (filter.to_on) query.where("c.created_at < ?", fair_day_end(*filter.to_on));
  query.order_by(page.sort, {{"at", "c.created_at"}}, "c.created_at desc", "c.id");
  return query.page<QuotaEntry>(tx, page);
}

}  // namespace expogate::quota::store
