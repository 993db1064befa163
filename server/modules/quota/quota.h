#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/id.h"
#include "base/time.h"
#include "edition/entry_option.h"

/// Quotas (额度): how many free badges there are for VIPs and staff, down the tree from the bureau to a
/// person (QTA). Every place is an amount in the ledger, which can move and be taken but not be made twice.
namespace expogate::quota {

using edition::BadgeType;
using OrganizationQuotaId = Id<struct OrganizationQuotaNoun>;

/// The badges that need a place.
inline constexpr std::array quota_types{BadgeType::staff, BadgeType::vip};

constexpr bool needs_place(BadgeType type) {
  return type != BadgeType::professional;
}

/// How many of each type.
struct Places {
  std::int64_t vip = 0, staff = 0;
  std::int64_t of(BadgeType type) const { return type == BadgeType::vip ? vip : staff; }
};
BOOST_DESCRIBE_STRUCT(Places, (), (vip, staff))

/// A group's places of one type, and where they are.
struct GroupQuota {
  TradingGroupId trading_group_id;
  BadgeType badge_type = BadgeType::staff;
  std::int64_t total = 0;             ///< from above
  std::int64_t to_subgroups = 0;      ///< their parts
  std::int64_t to_organizations = 0;  ///< given to its own organizations
  std::int64_t to_upgrades = 0;       ///< people whom it upgraded
  std::int64_t version = 0;           ///< 0: nothing was given yet

  /// Its own part, as in `17/80` (QTA-02).
  std::int64_t own() const { return total - to_subgroups; }
  std::int64_t assigned() const { return to_organizations + to_upgrades; }
  std::int64_t free() const { return own() - assigned(); }
};
BOOST_DESCRIBE_STRUCT(GroupQuota, (),
                      (trading_group_id, badge_type, total, to_subgroups, to_organizations, to_upgrades,
                       version))

/// What a group has given to one organization, before or after it registers.
struct OrganizationQuota {
  OrganizationQuotaId id;
  EditionId edition_id;
  TradingGroupId trading_group_id;
  std::optional<std::string> uscc;
  std::optional<OrganizationId> organization_id;  ///< of an overseas one, which has no code
  std::string name;
  std::int64_t staff = 0, vip = 0, staff_used = 0, vip_used = 0;
  Instant created_at;
  std::int64_t version = 1;

  std::int64_t given(BadgeType type) const { return type == BadgeType::vip ? vip : staff; }
  std::int64_t used(BadgeType type) const { return type == BadgeType::vip ? vip_used : staff_used; }
};
BOOST_DESCRIBE_STRUCT(OrganizationQuota, (),
                      (id, edition_id, trading_group_id, uscc, organization_id, name, staff, vip, staff_used,
                       vip_used, created_at, version))

/// The place that somebody sits on, and whose it was.
struct Place {
  std::string attendee_id;
  EditionId edition_id;
  BadgeType badge_type = BadgeType::staff;
  TradingGroupId trading_group_id;
  std::optional<OrganizationQuotaId> organization_quota_id;  ///< none: an upgrade by the group
  Instant taken_at;
};
BOOST_DESCRIBE_STRUCT(Place, (),
                      (attendee_id, edition_id, badge_type, trading_group_id, organization_quota_id,
                       taken_at))

/// Throws for what no quota can be.
void require_sane(const Places& places);

inline const ErrorCode quota_exhausted{"quota.exhausted", "{type}额度不足：需要 {wanted}，剩余 {free}",
                                       "Insufficient {type} quota: {wanted} required, {free} remaining"};
inline const ErrorCode quota_in_use{
    "quota.in_use", "{type}额度已分配或使用 {used}，不能减少到 {wanted}",
    "{type} quota already allocated or used: {used}. It cannot be reduced to {wanted}"};
inline const ErrorCode quota_missing{
    "quota.missing", "贵单位没有所属交易团（分团）分配的{type}额度",
    "Your trading group or subgroup has not allocated a {type} quota to your organization"};
inline const ErrorCode quota_taken{"quota.taken", "该单位已有额度，请直接修改",
                                   "This organization already has a quota; please edit it"};
inline const ErrorCode quota_used{"quota.used", "已有 {used} 人使用该额度，不能删除",
                                  "Attendees already using this quota: {used}. It cannot be deleted"};
inline const ErrorCode quota_not_below{"quota.not_below", "只能调整本团下属分团的额度",
                                       "Only the quotas of your own subgroups can be adjusted"};

}  // namespace expogate::quota
