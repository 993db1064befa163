#pragma once
#include <optional>
#include <string>

#include "attendee/attendee.h"
#include "organization/organization.h"
#include "platform/db/tx.h"

/// 证件复用: the badge of a past edition is activated again, free, while nothing on its face has changed
/// (ATT-07).
namespace expogate::attendee {

/// What can be read from a badge.
struct BadgeFace {
  std::string name_zh, name_en, organization_zh, organization_en, position;
  std::optional<FileId> photo_id;
  BadgeType badge_type = BadgeType::professional;
  bool operator==(const BadgeFace&) const = default;
};

BadgeFace face_of(const Profile& profile, const organization::Organization& organization);

/// A badge of a past edition, as far as it matters for being used again.
struct PastBadge {
  AttendeeState state = AttendeeState::approved;
  int edition_number = 0;
  bool is_public_days = false;  ///< it opened the gates on the public days alone
  BadgeFace face;
};

/// Why a past badge is not used again for somebody who would look like this now; nothing when it may be.
/// `from_number`: whose badges the present edition takes.
const ErrorCode* reuse_refusal(const PastBadge& past, const BadgeFace& now, int from_number);
/// What its words name.
Details reuse_details(int from_number);

inline const ErrorCode reuse_not_approved{
    "reuse.not_approved", "该人员往届未审核通过，没有可复用的证件",
    "This attendee was not approved for the previous edition; there is no badge to reuse"};
inline const ErrorCode reuse_too_old{"reuse.too_old", "仅第 {from} 届及以后的证件可以复用",
                                     "Badges can be reused from edition {from} onwards"};
inline const ErrorCode reuse_public_days{"reuse.public_days", "仅限公众开放日入场的证件不能复用",
                                         "Badges for public days only cannot be reused"};
inline const ErrorCode reuse_face_changed{
    "reuse.face_changed", "证面信息（姓名、单位、职务、照片、人员标签）有变化，不能复用，请重新申办",
    "The badge details (name, organization, job title, photo or badge type) have changed, so the badge "
    "cannot be reused; please make a new application"};

namespace store {

/// What somebody's past badge was; nothing without one.
std::optional<PastBadge> find_past_badge(db::Tx& tx, const AttendeeId& past);

}  // namespace store
}  // namespace expogate::attendee
