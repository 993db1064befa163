#include "attendee/rejection.h"
#include "platform/db/list_query.h"

namespace expogate::attendee {

std::vector<Rejection> list_rejections(db::Tx& tx, const std::vector<AttendeeId>& ids) {
  if (ids.empty()) return {};
  db::ListQuery query("attendees a",
                      "a.id as attendee_id, a.state, h.opinion, h.actor_name as reviewer, h.at");
  query.join(
      "left join attendee_history h on h.attendee_id = a.id and h.event = 'rejected' and h.seq = "
      "(select max(last.seq) from attendee_history last where last.attendee_id = a.id and last.event = "
      "'rejected')");
  query.where_in("a.id", ids).order_by("", {}, "a.serial", "a.serial");
  return query.all<Rejection>(tx);
}

}  // namespace expogate::attendee
