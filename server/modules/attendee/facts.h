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

/// The bureau has put right what stood wrong of somebody who is locked.
struct AttendeeCorrected {
  AttendeeId id;
  AttendeeState state = AttendeeState::approved;
  bool is_other_face = false;   ///< a badge that was made shows something else
  bool is_other_claim = false;  ///< name or document, which the identity check was about
};

}  // namespace expogate::attendee
