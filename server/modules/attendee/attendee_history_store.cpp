#include "attendee/attendee_history.h"

namespace expogate::attendee::store {

void add_history(db::Tx& tx, const AttendeeId& id, const AccountId& actor, const AttendeeHistoryEntry& e) {
  tx.exec(R"(
      insert into attendee_history (attendee_id, seq, at, actor_id, actor_name, event, state_before, state_after, opinion,
                                    changed_fields)
      select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from attendee_history where attendee_id = $1)",
          id, e.at, actor, e.actor_name, e.event, e.state_before, e.state_after, e.opinion, e.changed_fields);
}

std::vector<AttendeeHistoryEntry> list_history(db::Tx& tx, const AttendeeId& id) {
  return tx.query<AttendeeHistoryEntry>(R"(
      select event, at, actor_name, state_before, state_after, opinion, changed_fields from attendee_history
      where attendee_id = $1 order by seq)",
                                        id);
}

std::optional<AttendeeHistoryEntry> find_last_verdict(db::Tx& tx, const AttendeeId& id) {
  return tx.one<AttendeeHistoryEntry>(R"(
      select event, at, actor_name, state_before, state_after, opinion, changed_fields from attendee_history
      where attendee_id = $1 and event in ('approved', 'returned', 'rejected', 'voided')
      order by seq desc limit 1)",
                                      id);
}

}  // namespace expogate::attendee::store
