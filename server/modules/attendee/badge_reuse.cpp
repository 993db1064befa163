#include "attendee/badge_reuse.h"

namespace expogate::attendee {

BadgeFace face_of(const Profile& p, const organization::Organization& o) {
  return {p.name_zh, p.name_en, o.name_zh, o.name_en, p.position, p.photo_id, p.badge_type};
}

const ErrorCode* reuse_refusal(const PastBadge& past, const BadgeFace& now, int from_number) {
  if (past.state != AttendeeState::approved) return &reuse_not_approved;
  if (past.edition_number < from_number) return &reuse_too_old;
  if (past.is_public_days) return &reuse_public_days;
  if (past.face != now) return &reuse_face_changed;
  return nullptr;
}

Details reuse_details(int from_number) {
  return {{"from", from_number}};
}

}  // namespace expogate::attendee
