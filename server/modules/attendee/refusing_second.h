#pragma once
#include "attendee/attendee.h"
#include "platform/db/refusing_taken.h"

namespace expogate::attendee {

/// ATT-03: of two people with one document the second is refused, without a word about whose the first is.
template <class Write>
auto refusing_second(Write&& write) {
  return db::refusing_taken("document", Refusal(attendee_elsewhere), write);
}

}  // namespace expogate::attendee
