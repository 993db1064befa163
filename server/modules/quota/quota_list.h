#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"
#include "quota/quota.h"

/// Quotas as offices look at them.
namespace expogate::quota {

struct GroupQuotaFilter {
  std::optional<wire::Text<1, 60>> name;   ///< part of a group's
  std::optional<TradingGroupId> group_id;  ///< the bureau looks into this one
  std::optional<bool> has_quota;
};
BOOST_DESCRIBE_STRUCT(GroupQuotaFilter, (), (name, group_id, has_quota))

/// A line of 人员类型额度管理.
struct GroupQuotaRow {
  TradingGroupId id;
  std::optional<TradingGroupId> parent_id;
  std::string name_zh, name_en;
  std::optional<std::string> login_name;
  std::int64_t vip_total = 0, vip_to_subgroups = 0, vip_assigned = 0;
  std::int64_t staff_total = 0, staff_to_subgroups = 0, staff_assigned = 0;
  std::int64_t vip_attendees = 0, staff_attendees = 0,
               professional_attendees = 0;  ///< not voided nor rejected
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(GroupQuotaRow, (),
                      (id, parent_id, name_zh, name_en, login_name, vip_total, vip_to_subgroups, vip_assigned,
                       staff_total, staff_to_subgroups, staff_assigned, vip_attendees, staff_attendees,
                       professional_attendees, version))

/// `17/80`: of a group's own part.
struct QuotaShare {
  std::int64_t assigned = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaShare, (), (assigned, total))

/// 当前配置数.
struct QuotaFigures {
  QuotaShare vip, staff;
  std::int64_t professional_attendees = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaFigures, (), (vip, staff, professional_attendees))

/// Where an organization of a quota is by now (QTA-02).
enum class Registered { here, elsewhere, not_yet };
BOOST_DESCRIBE_ENUM(Registered, here, elsewhere, not_yet)

struct OrganizationQuotaFilter {
  std::optional<wire::Text<1, 60>> organization;  ///< part of the name, or the USCC
  std::optional<Registered> registered;
  std::optional<bool> is_effective;
  std::optional<OrganizationQuotaId> id;
};
BOOST_DESCRIBE_STRUCT(OrganizationQuotaFilter, (), (organization, registered, is_effective, id))

/// A line of 团内直属单位人员额度管理.
struct OrganizationQuotaRow : OrganizationQuota {
  std::optional<std::string> organization_number;
  Registered registered = Registered::not_yet;
  bool is_effective = false;  ///< registered here, and something was given
};
BOOST_DESCRIBE_STRUCT(OrganizationQuotaRow, (OrganizationQuota),
                      (organization_number, registered, is_effective))

namespace store {

std::vector<GroupQuotaRow> list_group_quotas(db::Tx& tx, const Caller& caller,
                                             const GroupQuotaFilter& filter);
std::int64_t count_professionals(db::Tx& tx, const EditionId& edition, const TradingGroupId& group);
Page<OrganizationQuotaRow> list_organization_quotas(db::Tx& tx, const Caller& caller,
                                                    const OrganizationQuotaFilter& filter,
                                                    const PageRequest& page);
std::optional<OrganizationQuotaRow> find_row(db::Tx& tx, const Caller& caller, const OrganizationQuotaId& id);

}  // namespace store
}  // namespace expogate::quota

namespace expogate {
template <>
inline constexpr auto enum_labels<quota::Registered> = std::to_array<EnumLabel>({
    {"here", "已注册到本团", "Registered with our group"},
    {"elsewhere", "已注册到其他团", "Registered with another group"},
    {"not_yet", "未注册", "Not registered"},
});
}  // namespace expogate
