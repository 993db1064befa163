#pragma once
#include <vector>

#include "attendee/attendee.h"
#include "platform/db/tx.h"

namespace expogate::attendee {

/// All people of an organization, the voided ones too.
std::vector<AttendeeId> people_of(db::Tx& tx, const OrganizationId& organization);

}  // namespace expogate::attendee
