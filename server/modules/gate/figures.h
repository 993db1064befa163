#pragma once
#include <vector>

#include "gate/scan.h"
#include "platform/db/tx.h"

/// What the supervisor watches.
namespace expogate::gate {

/// Scans of a gate in an hour that got one answer.
struct HourCount {
  GateId gate_id;
  Instant hour_at;
  Direction direction = Direction::entry;
  GateAnswer answer = GateAnswer::unknown;
  int scans = 0;
};
BOOST_DESCRIBE_STRUCT(HourCount, (), (gate_id, hour_at, direction, answer, scans))

/// A day so far. Everybody counts once, however often they came (BDG-03).
struct Figures {
  std::int64_t persons = 0, inside = 0;
  std::vector<HourCount> hours;
};

/// What two devices, or a device and the lists, did not know of each other.
enum class ConflictKind {
  admitted_twice,  ///< entered at two devices without leaving between
  objected,        ///< admitted although the badge was not good, or not for this day
};
BOOST_DESCRIBE_ENUM(ConflictKind, admitted_twice, objected)

struct Conflict {
  ConflictKind kind = ConflictKind::admitted_twice;
  Instant at;
  DeviceId device_id;
  std::int64_t sequence = 0;
  std::string device_name, gate_zh, gate_en;
  std::optional<GateAnswer> objection;
  std::optional<std::string> name_zh, name_en, organization_zh, organization_en;
  std::optional<Instant> before_at;  ///< the passage before it
  std::optional<std::string> before_device_name;
};
BOOST_DESCRIBE_STRUCT(Conflict, (),
                      (kind, at, device_id, sequence, device_name, gate_zh, gate_en, objection, name_zh,
                       name_en, organization_zh, organization_en, before_at, before_device_name))

constexpr int most_conflicts = 200;

namespace store {

Figures get_figures(db::Tx& tx, const EditionId& edition, const CivilDate& day);
/// The newest first.
std::vector<Conflict> list_conflicts(db::Tx& tx, const EditionId& edition, const CivilDate& day, int limit);

}  // namespace store
}  // namespace expogate::gate

namespace expogate {
template <>
inline constexpr auto enum_labels<gate::ConflictKind> = std::to_array<EnumLabel>({
    {"admitted_twice", "离线期间重复放行", "Admitted twice while offline"},
    {"objected", "离线放行，名单更新后证件无效", "Invalid badge admitted while offline"},
});
}  // namespace expogate
