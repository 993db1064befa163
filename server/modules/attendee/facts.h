#pragma once
#include "attendee/attendee.h"

/// What this module tells upwards, inside the transaction in which it happened.
namespace expogate::attendee {

/// Paid, sponsored or free: it waits for the bureau's review.
struct AttendeeSubmitted {
  AttendeeId id;
};

/// Approved, returned or rejected.
struct AttendeeDecided {
  AttendeeId id;
  AttendeeState state = AttendeeState::approved;
};

struct AttendeeVoided {
  AttendeeId id;
};

/// The badge type has changed: a badge that was made shows the old one.
struct AttendeeUpgraded {
  AttendeeId id;
  AttendeeState state = AttendeeState::draft;
};

}  // namespace expogate::attendee
