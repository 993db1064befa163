#pragma once
#include "attendee/attendee.h"
#include "platform/db/tx.h"

namespace expogate::attendee::store {

struct IdentityCheck {
  IdentityState state = IdentityState::not_asked;
  std::optional<IdentityFinding> finding;
  Instant at;
};

/// Writes what was found out about the person that was read; false when the check stands otherwise meanwhile,
/// or name or document are others.
bool change_identity(db::Tx& tx, const Attendee& read, const IdentityCheck& after);

/// Name or document have changed: what was found or waived concerned another claim.
void forget_identity(db::Tx& tx, const AttendeeId& id);

}  // namespace expogate::attendee::store
