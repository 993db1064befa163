#pragma once
#include <vector>

#include "base/caller.h"
#include "organization/automatic_review.h"
#include "platform/db/tx.h"

/// Everything that happened to an organization, in order, for its reviewers and, without names, for itself
/// (ORG-07).
namespace expogate::organization {

enum class HistoryEvent {
  registered,
  renewed,
  submitted,
  approved_automatically,
  handed_to_people,
  passed_first,
  approved,
  returned,
  rejected,
  rejection_lifted,
  moved,
  changed,
  uscc_lost
};
BOOST_DESCRIBE_ENUM(HistoryEvent, registered, renewed, submitted, approved_automatically, handed_to_people,
                    passed_first, approved, returned, rejected, rejection_lifted, moved, changed, uscc_lost)

struct HistoryEntry {
  HistoryEvent event = HistoryEvent::registered;
  Instant at;
  std::string actor_name;
  std::optional<OrganizationState> state_before, state_after;
  std::string opinion;
  std::vector<ReviewReason> reasons;
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (), (event, at, actor_name, state_before, state_after, opinion, reasons))

namespace store {

void add_history(db::Tx& tx, const OrganizationId& id, const AccountId& actor, const HistoryEntry& entry);
std::vector<HistoryEntry> list_history(db::Tx& tx, const OrganizationId& id);

/// The last verdict of people, if the present state comes from one.
std::optional<HistoryEntry> find_last_verdict(db::Tx& tx, const OrganizationId& id);

}  // namespace store
}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::HistoryEvent> = std::to_array<EnumLabel>({
    {"registered", "注册", "Registered"},
    {"renewed", "往届单位再次注册", "Registered again from a previous edition"},
    {"submitted", "提交", "Submitted"},
    {"approved_automatically", "系统自动审核通过", "Approved automatically"},
    {"handed_to_people", "转人工审核", "Referred for manual review"},
    {"passed_first", "初审通过", "First review passed"},
    {"approved", "审核通过", "Approved"},
    {"returned", "退回修改", "Returned for changes"},
    {"rejected", "审核不通过", "Rejected"},
    {"rejection_lifted", "撤销审核不通过", "Rejection reversed"},
    {"moved", "指定到交易团/分团", "Moved to another group"},
    {"changed", "修改信息", "Changed"},
    {"uscc_lost", "代码经认领归还", "USCC returned to its holder"},
});
}  // namespace expogate
