#pragma once
#include "badge/badge_link.h"
#include "badge/badge_progress.h"
#include "badge/badge_service.h"
#include "badge/parcel.h"

namespace expogate::badge {

/// A person's badge, as the person and the organization see it.
struct BadgeAccount {
  attendee::Attendee attendee;
  std::string organization_zh, organization_en;
  std::optional<Badge> badge;
  std::optional<Parcel> parcel;
  std::vector<BadgeStep> steps;
  std::string code;     ///< what the QR code says; empty while the badge opens no gate
  std::string address;  ///< of the electronic badge; empty as well
};

/// What the public learns of a badge.
enum class BadgeStanding {
  active,      ///< opens the gates of this edition
  not_active,  ///< of another edition, and not activated for this one
  revoked,
  unknown
};
BOOST_DESCRIBE_ENUM(BadgeStanding, active, not_active, revoked, unknown)

/// Badges on phones: the electronic badge behind its link, its organization's view, and whether an old one
/// still holds (BDG-05, BDG-07).
class EBadgeService {
 public:
  EBadgeService(db::Database& database, edition::EditionService& editions, const BadgeLinks& links,
                BadgeService& badges)
      : database_(database), editions_(editions), links_(links), badges_(badges) {}

  /// 404 for a token that is none.
  BadgeAccount open(const std::string& token);
  std::string get_photo(const std::string& token);
  BadgeAccount get_own(const Caller& caller, const AttendeeId& attendee);
  BadgeAccount get(const Caller& caller, const AttendeeId& attendee);
  /// For a code or the number on the badge.
  BadgeStanding check(const Caller& caller, const std::string& code_or_number);

 private:
  BadgeAccount account_of(db::Tx& tx, const attendee::Attendee& attendee);
  AttendeeId require(db::Tx& tx, const std::string& token) const;
  db::Database& database_;
  edition::EditionService& editions_;
  const BadgeLinks& links_;
  BadgeService& badges_;
};

}  // namespace expogate::badge

namespace expogate {
template <>
inline constexpr auto enum_labels<badge::BadgeStanding> = std::to_array<EnumLabel>({
    {"active", "本届有效", "Valid for the current edition"},
    {"not_active", "本届未开通", "Not activated for the current edition"},
    {"revoked", "已注销", "Revoked"},
    {"unknown", "未找到", "Unknown"},
});
}  // namespace expogate
