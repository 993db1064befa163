#pragma once
#include <optional>
#include <string>

#include "attendee/attendee.h"
#include "attendee/badge_state.h"
#include "badge/badge_code.h"
#include "base/transitions.h"

/// Badges (证件): what opens the gate, from the approval of a person to its hands (BDG-01).
namespace expogate::badge {

using BadgeId = Id<struct BadgeNoun>;
using BatchId = Id<struct BadgeBatchNoun>;
using ParcelId = Id<struct ParcelNoun>;
using attendee::AttendeeId;
using attendee::BadgeState;

enum class BadgeAction {
  produce,
  take_back,
  finish,
  print,  ///< one badge at the collection desk, without a batch
  send,
  hand_over,
  revoke
};
BOOST_DESCRIBE_ENUM(BadgeAction, produce, take_back, finish, print, send, hand_over, revoke)

inline constexpr auto badge_transitions = [] {
  using enum BadgeState;
  using enum BadgeAction;
  return std::to_array<Transition<BadgeState, BadgeAction>>({
      {awaiting, produce, in_production},
      {in_production, take_back, awaiting},
      {in_production, finish, made},
      {awaiting, print, made},
      {made, send, sent},
      {made, hand_over, collected},
      {sent, hand_over, collected},
      {awaiting, revoke, revoked},
      {in_production, revoke, revoked},
      {made, revoke, revoked},
      {sent, revoke, revoked},
      {collected, revoke, revoked},
  });
}();
static_assert(has_no_duplicates(badge_transitions));

/// Why there is this badge.
enum class BadgeKind {
  first,
  reprint,      ///< spoilt or lost: the old code is revoked
  replacement,  ///< its face has changed
  reuse,        ///< the badge of a past edition, activated again (ATT-07)
};
BOOST_DESCRIBE_ENUM(BadgeKind, first, reprint, replacement, reuse)

enum class RevokedReason {
  voided,    ///< its person was voided
  replaced,  ///< another badge took its place
};
BOOST_DESCRIBE_ENUM(RevokedReason, voided, replaced)

/// What stands on a badge, as it was when the badge was made.
struct BadgeFace {
  std::string name_zh, name_en, organization_zh, organization_en, position;
  edition::BadgeType type = edition::BadgeType::professional;
  std::optional<FileId> photo_id;
  std::string entry_option_zh, entry_option_en;
  int entry_days = 0;  ///< EntryDays
};
BOOST_DESCRIBE_STRUCT(BadgeFace, (),
                      (name_zh, name_en, organization_zh, organization_en, position, type, photo_id,
                       entry_option_zh, entry_option_en, entry_days))

struct Badge : BadgeFace {
  BadgeId id;
  EditionId edition_id;
  std::int64_t serial = 0;
  /// What its code says: its own edition and serial; for a badge that is used again those of the past one.
  int code_edition_number = 0;
  std::int64_t code_serial = 0;
  AttendeeId attendee_id;
  OrganizationId organization_id;
  BadgeKind kind = BadgeKind::first;
  BadgeState state = BadgeState::awaiting;
  std::optional<BatchId> batch_id;
  std::optional<int> batch_place;
  std::optional<ParcelId> parcel_id;
  attendee::Collection collection = attendee::Collection::onsite;
  Instant created_at;
  std::optional<Instant> produced_at, made_at, sent_at, collected_at, revoked_at;
  std::optional<RevokedReason> revoked_reason;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Badge, (BadgeFace),
                      (id, edition_id, serial, code_edition_number, code_serial, attendee_id, organization_id,
                       kind, state, batch_id, batch_place, parcel_id, collection, created_at, produced_at,
                       made_at, sent_at, collected_at, revoked_at, revoked_reason, version))

/// What stands on a badge for people to read out: `B8-00001234`, the edition and the serial of its code.
std::string badge_number(int edition_number, std::int64_t serial);
struct BadgeNumber {
  int edition_number = 0;
  std::int64_t serial = 0;
};
/// As people type it: any case, with or without zeros and blanks; nothing for what is no such number.
std::optional<BadgeNumber> read_number(std::string_view typed);

/// It opens a gate: it has been made, and nothing has taken its place.
constexpr bool is_active(BadgeState state) {
  return state == BadgeState::made || state == BadgeState::sent || state == BadgeState::collected;
}

inline const ErrorCode badge_not_in_state{"badge.not_in_state", "证件{state}，不能进行此操作",
                                          "Not possible: the badge status is “{state}”"};
inline const ErrorCode badge_not_approved{"badge.not_approved", "人员未审核通过，不能制证",
                                          "Badges can be produced for approved attendees only"};

}  // namespace expogate::badge

namespace expogate {
template <>
inline constexpr auto enum_labels<badge::BadgeKind> = std::to_array<EnumLabel>({
    {"first", "首次制证", "First issue"},
    {"reprint", "补证", "Reprint"},
    {"replacement", "换证", "Replacement"},
    {"reuse", "证件复用", "Badge reuse"},
});
template <>
inline constexpr auto enum_labels<badge::RevokedReason> = std::to_array<EnumLabel>({
    {"voided", "人员已注销", "Registration voided"},
    {"replaced", "已换发新证", "Replaced by a new badge"},
});
}  // namespace expogate
