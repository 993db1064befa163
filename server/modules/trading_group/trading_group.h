#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"

/// The trading groups (交易团) and their subgroups (分团): two levels exactly (GRP-01). They live through the
/// editions; only their invitation codes belong to one.
namespace expogate::trading_group {

enum class GroupKind { group, subgroup };
BOOST_DESCRIBE_ENUM(GroupKind, group, subgroup)

enum class GroupFamily { regional, planned_city, corps, central_enterprise, health, industry };
BOOST_DESCRIBE_ENUM(GroupFamily, regional, planned_city, corps, central_enterprise, health, industry)

enum class GroupState { active, disabled };
BOOST_DESCRIBE_ENUM(GroupState, active, disabled)

struct TradingGroup {
  TradingGroupId id;
  GroupKind kind = GroupKind::group;
  std::optional<TradingGroupId> parent_id;
  GroupFamily family = GroupFamily::regional;
  std::string code, name_zh, name_en;
  int position = 0;
  GroupState state = GroupState::active;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(TradingGroup, (),
                      (id, kind, parent_id, family, code, name_zh, name_en, position, state, version))

/// A group as the bureau's list shows it.
struct TradingGroupRow : TradingGroup {
  std::optional<std::string> parent_name_zh, invitation_code, login_name;
  std::optional<Instant> last_sign_in_at;
  std::int64_t subgroups = 0;
};
BOOST_DESCRIBE_STRUCT(TradingGroupRow, (TradingGroup),
                      (parent_name_zh, invitation_code, login_name, last_sign_in_at, subgroups))

/// Organizations of central enterprises must choose a subgroup, others may (GRP-01).
constexpr bool requires_subgroup(GroupFamily family) {
  return family == GroupFamily::central_enterprise;
}

/// Eleven digits that begin with 100, like those of the fair; random, so that nobody can count through them.
std::string new_invitation_code();

inline const ErrorCode group_has_no_parent{"trading_group.has_no_parent", "分团必须属于一个交易团",
                                           "A subgroup must belong to a trading group"};
inline const ErrorCode group_too_deep{"trading_group.too_deep", "分团下不能再设分团",
                                      "A subgroup cannot have subgroups"};

}  // namespace expogate::trading_group

namespace expogate {
template <>
inline constexpr auto enum_labels<trading_group::GroupKind> = std::to_array<EnumLabel>({
    {"group", "交易团", "Trading group"},
    {"subgroup", "交易分团", "Subgroup"},
});
template <>
inline constexpr auto enum_labels<trading_group::GroupFamily> = std::to_array<EnumLabel>({
    {"regional", "省级地方", "Provincial group"},
    {"planned_city", "计划单列市", "City with independent planning status"},
    {"corps", "新疆生产建设兵团", "Xinjiang Production and Construction Corps"},
    {"central_enterprise", "中央企业", "Central enterprises"},
    {"health", "国家卫生健康委", "National Health Commission"},
    {"industry", "行业", "Industry"},
});
template <>
inline constexpr auto enum_labels<trading_group::GroupState> = std::to_array<EnumLabel>({
    {"active", "启用", "Active"},
    {"disabled", "停用", "Disabled"},
});
}  // namespace expogate
