#pragma once
#include "base/caller.h"
#include "base/page.h"
#include "platform/db/tx.h"
#include "quota/quota.h"

/// The ledger's rows as offices read them: who moved how many places, when, why and with whom (QTA-05).
namespace expogate::quota {

enum class EntryReason {
  quota_given,
  quota_taken_back,
  quota_assigned,
  quota_unassigned,
  quota_used,
  quota_upgrade,
  quota_given_back,
};
BOOST_DESCRIBE_ENUM(EntryReason, quota_given, quota_taken_back, quota_assigned, quota_unassigned, quota_used,
                    quota_upgrade, quota_given_back)

struct QuotaEntry {
  std::string id;
  Instant at;
  EntryReason reason = EntryReason::quota_given;
  std::int64_t places = 0;           ///< positive: they came in
  std::int64_t balance = 0;          ///< free ones afterwards
  std::string holder_zh, holder_en;  ///< whose places these are
  /// A person, an organization or a group; none when its row is gone.
  std::optional<std::string> other_zh, other_en;
  std::optional<std::string> actor_name;
};
BOOST_DESCRIBE_STRUCT(QuotaEntry, (),
                      (id, at, reason, places, balance, holder_zh, holder_en, other_zh, other_en, actor_name))

/// Whose ledger: a group's, or that of what a group has given to an organization; without either the
/// caller's own, which for the bureau is where all places come from.
struct QuotaEntryFilter {
  std::optional<TradingGroupId> group_id;
  std::optional<OrganizationQuotaId> organization_quota_id;
  BadgeType badge_type = BadgeType::vip;
  std::vector<EntryReason> reason;
  std::optional<CivilDate> from_on, to_on;
};
BOOST_DESCRIBE_STRUCT(QuotaEntryFilter, (),
                      (group_id, organization_quota_id, badge_type, reason, from_on, to_on))

namespace store {

/// An account of the ledger with what its holder is called.
struct Holder {
  std::string account, name_zh, name_en;
};
/// The newest first.
Page<QuotaEntry> list_entries(db::Tx& tx, const Holder& holder, const QuotaEntryFilter& filter,
                              const PageRequest& page);

}  // namespace store

}  // namespace expogate::quota

namespace expogate {
template <>
inline constexpr auto enum_labels<quota::EntryReason> = std::to_array<EnumLabel>({
    {"quota_given", "下达额度", "Allocated from above"},
    {"quota_taken_back", "收回额度", "Withdrawn from above"},
    {"quota_assigned", "分配给单位", "Allocated to an organization"},
    {"quota_unassigned", "从单位收回", "Withdrawn from an organization"},
    {"quota_used", "单位使用", "Used by an attendee"},
    {"quota_upgrade", "升级人员标签", "Used for an upgrade"},
    {"quota_given_back", "名额退回", "Returned"},
});
}  // namespace expogate
