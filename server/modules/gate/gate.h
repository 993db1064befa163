#pragma once
#include <optional>
#include <string>

#include "badge/badge.h"
#include "base/error.h"

/// Gates (门禁): who may enter now, and who has (BDG-03).
namespace expogate::gate {

using GateId = Id<struct GateNoun>;

struct Gate {
  GateId id;
  EditionId edition_id;
  std::string name_zh, name_en;
  bool active = true;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Gate, (), (id, edition_id, name_zh, name_en, active, version))

enum class Direction { entry, exit };
BOOST_DESCRIBE_ENUM(Direction, entry, exit)

/// What somebody at a gate is told.
enum class GateAnswer {
  admitted,
  already_inside,  ///< the operator looks, and may insist
  wrong_day,
  not_issued,  ///< the badge is still being made: nobody can hold it
  voided,      ///< its person was voided
  revoked,     ///< another badge took its place
  unknown,     ///< not signed by us, of another edition, or of no badge
};
BOOST_DESCRIBE_ENUM(GateAnswer, admitted, already_inside, wrong_day, not_issued, voided, revoked, unknown)

/// What is known of a badge whatever the day.
enum class Standing { good, not_issued, voided, revoked, unknown };
BOOST_DESCRIBE_ENUM(Standing, good, not_issued, voided, revoked, unknown)

/// Somebody at a gate.
struct Passage {
  Direction direction = Direction::entry;
  Standing standing = Standing::unknown;
  bool opens_today = false;
  bool is_inside = false;  ///< by the last passage of this day
  bool insists = false;    ///< the operator lets somebody in who is inside already
};
BOOST_DESCRIBE_STRUCT(Passage, (), (direction, standing, opens_today, is_inside, insists))

/// BDG-03. The page decides by the same table while it has no network: `gate_cases.json` holds both to it.
GateAnswer decide(const Passage& passage);

/// At a moment: what was revoked later was good then.
Standing standing_of(badge::BadgeState state, std::optional<badge::RevokedReason> revoked_reason,
                     std::optional<Instant> revoked_at, Instant at);

inline const ErrorCode gate_name_taken{"gate.name_taken", "入口名称已被使用",
                                       "This entrance name is already in use"};

}  // namespace expogate::gate

namespace expogate {
template <>
inline constexpr auto enum_labels<gate::Direction> = std::to_array<EnumLabel>({
    {"entry", "入场", "Entry"},
    {"exit", "离场", "Exit"},
});
template <>
inline constexpr auto enum_labels<gate::GateAnswer> = std::to_array<EnumLabel>({
    {"admitted", "通过", "Pass"},
    {"already_inside", "已入场，请核对", "Already admitted: please check"},
    {"wrong_day", "今日不可入场", "Not an entry date"},
    {"not_issued", "证件尚未发放", "Badge not handed over"},
    {"voided", "人员已注销", "Registration voided"},
    {"revoked", "证件已作废，已有新证", "Badge revoked and replaced"},
    {"unknown", "无法识别的证件", "Not a valid badge for this edition"},
});
}  // namespace expogate
