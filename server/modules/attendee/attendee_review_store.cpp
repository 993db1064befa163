#include "attendee/attendee_review.h"

namespace expogate::attendee::store {

void visit(db::Tx& tx, const AttendeeId& id, const Caller& caller, Instant now, Instant before) {
  tx.exec(R"(
      insert into attendee_visits (attendee_id, account_id, account_name, opened_at) values ($1, $2, $3, $4)
      on conflict (attendee_id) do update
      set account_id = excluded.account_id, account_name = excluded.account_name, opened_at = excluded.opened_at
      where attendee_visits.account_id = excluded.account_id or attendee_visits.opened_at < $5)",
          id, caller.account, caller.name, now, before);
}

std::optional<AttendeeVisit> find_visit(db::Tx& tx, const AttendeeId& id, Instant after) {
  return tx.one<AttendeeVisit>(
      "select account_id, account_name, opened_at from attendee_visits where attendee_id = $1 and opened_at "
      "> $2",
      id, after);
}

void end_visit(db::Tx& tx, const AttendeeId& id) {
  tx.exec("delete from attendee_visits where attendee_id = $1", id);
}

}  // namespace expogate::attendee::store
