#include "gate/gate.h"

namespace expogate::gate {

GateAnswer decide(const Passage& p) {
  if (p.standing == Standing::unknown) return GateAnswer::unknown;
  // Whoever is inside may always leave.
  if (p.direction == Direction::exit) return GateAnswer::admitted;
  if (p.standing == Standing::voided) return GateAnswer::voided;
  if (p.standing == Standing::revoked) return GateAnswer::revoked;
  if (p.standing == Standing::not_issued) return GateAnswer::not_issued;
  if (!p.opens_today) return GateAnswer::wrong_day;
  return p.is_inside && !p.insists ? GateAnswer::already_inside : GateAnswer::admitted;
}

Standing standing_of(badge::BadgeState state, std::optional<badge::RevokedReason> revoked_reason,
                     std::optional<Instant> revoked_at, Instant at) {
  if (revoked_at && *revoked_at > at) return Standing::good;
  if (state == badge::BadgeState::revoked)
    return revoked_reason == badge::RevokedReason::voided ? Standing::voided : Standing::revoked;
  return badge::is_active(state) ? Standing::good : Standing::not_issued;
}

}  // namespace expogate::gate
