#include "statistics/entry_table.h"

namespace expogate::statistics::store {

std::vector<EntryCount> count_entries(db::Tx& tx, const EditionId& edition, const CivilDate& from,
                                      const CivilDate& to) {
  auto counts = tx.query<EntryCount>(R"(
      select trading_group_id, count(*) as approved_attendees, cast(0 as bigint) as entered_organizations,
             cast(0 as bigint) as entered_attendees, cast(0 as bigint) as entered_of_enterprises,
             cast(0 as bigint) as person_days
      from attendees where edition_id = $1 and state = 'approved' group by trading_group_id)",
                                     edition);
  auto entered = tx.query<EntryCount>(R"(
      select a.trading_group_id, cast(0 as bigint) as approved_attendees,
             count(distinct a.organization_id) as entered_organizations, count(*) as entered_attendees,
             sum(case when o.category = 'enterprise' then 1 else 0 end) as entered_of_enterprises,
             cast(0 as bigint) as person_days
      from (select distinct attendee_id from gate_visits
            where edition_id = $1 and day between $2 and $3 and first_entered_at is not null) v
      join attendees a on a.id = v.attendee_id
      join organizations o on o.id = a.organization_id
      group by a.trading_group_id)",
                                      edition, from, to);
  counts.insert(counts.end(), entered.begin(), entered.end());
  return counts;
}

std::vector<DayCount> count_days(db::Tx& tx, const EditionId& edition, const CivilDate& from,
                                 const CivilDate& to) {
  return tx.query<DayCount>(R"(
      select a.trading_group_id, v.day, count(*) as persons
      from gate_visits v join attendees a on a.id = v.attendee_id
      where v.edition_id = $1 and v.day between $2 and $3 and v.first_entered_at is not null
      group by a.trading_group_id, v.day)",
                            edition, from, to);
}

}  // namespace expogate::statistics::store
