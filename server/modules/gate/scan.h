#pragma once
#include <vector>

#include "gate/device.h"

/// What the devices saw: online one by one, or later, as a device without network kept it.
namespace expogate::gate {

using badge::AttendeeId;
using badge::BadgeId;

/// One scan, as it is kept for good.
struct Scan {
  DeviceId device_id;
  std::int64_t sequence = 0;  ///< the device counts its scans: this and the device name the scan
  EditionId edition_id;
  GateId gate_id;
  Direction direction = Direction::entry;
  CivilDate day;
  Instant scanned_at, received_at;
  GateAnswer answer = GateAnswer::unknown;
  bool is_overridden = false;  ///< the operator let somebody in who was inside already
  bool was_offline = false;
  /// What the device could not know when it admitted somebody: for the supervisor.
  std::optional<GateAnswer> objection = {};
  std::optional<BadgeId> badge_id = {};
  std::optional<AttendeeId> attendee_id = {};
  std::optional<std::string> code_hash = {};  ///< of a code that is nobody's; never the text
};
BOOST_DESCRIBE_STRUCT(Scan, (),
                      (device_id, sequence, edition_id, gate_id, direction, day, scanned_at, received_at,
                       answer, is_overridden, was_offline, objection, badge_id, attendee_id, code_hash))

/// Somebody went through: what visits are made of.
inline bool is_passage(const Scan& scan) {
  return scan.answer == GateAnswer::admitted && scan.attendee_id.has_value();
}

/// The badge that a code belongs to, and where its person is on a day.
struct SeenBadge : badge::BadgeFace {
  BadgeId badge_id;
  AttendeeId attendee_id;
  badge::BadgeState state = badge::BadgeState::made;
  std::optional<badge::RevokedReason> revoked_reason;
  std::optional<Instant> revoked_at;
  std::optional<bool> is_inside;
  std::optional<Instant> last_at;
  std::optional<std::string> last_gate_zh, last_gate_en;
};
BOOST_DESCRIBE_STRUCT(SeenBadge, (badge::BadgeFace),
                      (badge_id, attendee_id, state, revoked_reason, revoked_at, is_inside, last_at,
                       last_gate_zh, last_gate_en))

constexpr std::size_t most_synced = 500;
/// Signed codes are far shorter; whatever is longer is none of ours.
constexpr std::size_t longest_code = 300;

inline const ErrorCode sync_too_long{"gate.sync_too_long", "一次最多同步 {max} 条",
                                     "A maximum of {max} scans can be synchronized at a time"};
inline const ErrorCode sequence_wrong{"gate.sequence_wrong", "扫描序号应为正数",
                                      "The scan number must be positive"};

}  // namespace expogate::gate
