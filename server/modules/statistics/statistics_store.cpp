#include "statistics/registration_table.h"

namespace expogate::statistics::store {

std::vector<trading_group::TradingGroup> list_groups(db::Tx& tx) {
  return tx.query<trading_group::TradingGroup>(R"(
      select g.id, g.kind, g.parent_id, g.family, g.code, g.name_zh, g.name_en, g.position, g.state, g.version
      from trading_groups g left join trading_groups p on p.id = g.parent_id
      order by coalesce(p.position, g.position), coalesce(p.id, g.id), g.kind, g.position, g.id)");
}

std::vector<RegistrationCount> count_registrations(db::Tx& tx, const EditionId& edition, Instant from,
                                                   Instant before) {
  auto counts = tx.query<RegistrationCount>(R"(
      select trading_group_id, count(*) as organizations,
             sum(case when category = 'enterprise' then 1 else 0 end) as enterprises,
             cast(0 as bigint) as attendees, cast(0 as bigint) as enterprise_attendees,
             sum(case when state = 'approved' then 1 else 0 end) as approved_organizations,
             sum(case when state = 'approved' and category = 'enterprise' then 1 else 0 end) as approved_enterprises,
             cast(0 as bigint) as locked_attendees, cast(0 as bigint) as locked_enterprise_attendees,
             cast(0 as bigint) as badge_attendees, cast(0 as bigint) as badge_enterprise_attendees
      from organizations where edition_id = $1 and registered_at >= $2 and registered_at < $3
      group by trading_group_id)",
                                            edition, from, before);
  auto people = tx.query<RegistrationCount>(R"(
      select a.trading_group_id, cast(0 as bigint) as organizations, cast(0 as bigint) as enterprises,
             count(*) as attendees, sum(case when o.category = 'enterprise' then 1 else 0 end) as enterprise_attendees,
             cast(0 as bigint) as approved_organizations, cast(0 as bigint) as approved_enterprises,
             sum(case when a.state in ('awaiting_review', 'approved') then 1 else 0 end) as locked_attendees,
             sum(case when a.state in ('awaiting_review', 'approved') and o.category = 'enterprise' then 1 else 0 end)
               as locked_enterprise_attendees,
             sum(case when a.state = 'approved' then 1 else 0 end) as badge_attendees,
             sum(case when a.state = 'approved' and o.category = 'enterprise' then 1 else 0 end)
               as badge_enterprise_attendees
      from attendees a join organizations o on o.id = a.organization_id
      where a.edition_id = $1 and a.state <> 'voided' and a.created_at >= $2 and a.created_at < $3
      group by a.trading_group_id)",
                                            edition, from, before);
  counts.insert(counts.end(), people.begin(), people.end());
  return counts;
}

}  // namespace expogate::statistics::store
