#include "attendee/organization_people.h"

#include "attendee/attendee_list.h"

namespace expogate::attendee {

organization::PeopleCounts OrganizationPeople::count(db::Tx& tx, const OrganizationId& organization) {
  organization::PeopleCounts people;
  for (auto& [state, count] : store::count_by_state(tx, organization)) switch (state) {
      case AttendeeState::pending_confirmation:
      case AttendeeState::draft:
        people.unfinished += count;
        break;
      case AttendeeState::returned:
        people.returned += count;
        break;
      case AttendeeState::awaiting_group:
      case AttendeeState::awaiting_payment:
        people.unpaid += count;
        break;
      case AttendeeState::awaiting_review:
        people.in_review += count;
        break;
      case AttendeeState::approved:
        people.approved += count;
        break;
      case AttendeeState::rejected:
      case AttendeeState::voided:
        break;  // over: nothing is to be done for them
    }
  return people;
}

}  // namespace expogate::attendee
