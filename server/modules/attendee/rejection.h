#pragma once
#include <vector>

#include "attendee/attendee.h"
#include "platform/db/tx.h"

/// Why people were rejected, for those who decide what becomes of their fees (ORD-08).
namespace expogate::attendee {

struct Rejection {
  AttendeeId attendee_id;
  AttendeeState state = AttendeeState::rejected;  ///< what has become of the person since
  std::optional<std::string> opinion, reviewer;   ///< of the last rejection; none: there was none
  std::optional<Instant> at;
};
BOOST_DESCRIBE_STRUCT(Rejection, (), (attendee_id, state, opinion, reviewer, at))

/// Of those of these people who are still known.
std::vector<Rejection> list_rejections(db::Tx& tx, const std::vector<AttendeeId>& ids);

}  // namespace expogate::attendee
