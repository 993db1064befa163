#pragma once
#include <vector>

#include "attendee/attendee.h"
#include "platform/db/tx.h"

/// Everything that happened to an attendee, in order.
namespace expogate::attendee {

enum class AttendeeEvent {
  added,
  changed,
  confirmed,
  submitted,
  approved,
  returned,
  rejected,
  voided,
  identity_matched,
  identity_failed,
  identity_waived,
  upgraded,
  sponsored,
  declined,
  corrected,
};
BOOST_DESCRIBE_ENUM(AttendeeEvent, added, changed, confirmed, submitted, approved, returned, rejected, voided,
                    identity_matched, identity_failed, identity_waived, upgraded, sponsored, declined,
                    corrected)

struct AttendeeHistoryEntry {
  AttendeeEvent event = AttendeeEvent::added;
  Instant at;
  std::string actor_name;
  std::optional<AttendeeState> state_before, state_after;
  std::string opinion;
  /// Names of fields, divided by blanks; never what was in them.
  std::string changed_fields = {};
};
BOOST_DESCRIBE_STRUCT(AttendeeHistoryEntry, (),
                      (event, at, actor_name, state_before, state_after, opinion, changed_fields))

namespace store {

void add_history(db::Tx& tx, const AttendeeId& id, const AccountId& actor, const AttendeeHistoryEntry& entry);
std::vector<AttendeeHistoryEntry> list_history(db::Tx& tx, const AttendeeId& id);
/// The last verdict or voiding, if the present state comes from one.
std::optional<AttendeeHistoryEntry> find_last_verdict(db::Tx& tx, const AttendeeId& id);

}  // namespace store
}  // namespace expogate::attendee

namespace expogate {
template <>
inline constexpr auto enum_labels<attendee::AttendeeEvent> = std::to_array<EnumLabel>({
    {"added", "新增", "Added"},
    {"changed", "修改", "Changed"},
    {"confirmed", "单位确认", "Confirmed by organization"},
    {"submitted", "提交办证", "Badge applied for"},
    {"approved", "审核通过", "Approved"},
    {"returned", "退回修改", "Returned for changes"},
    {"rejected", "审核不通过", "Rejected"},
    {"voided", "注销", "Voided"},
    {"identity_matched", "信息验证通过", "Identity check passed"},
    {"identity_failed", "信息验证未通过", "Identity check failed"},
    {"identity_waived", "关闭信息验证", "Identity check waived"},
    {"upgraded", "升级人员标签", "Badge type upgraded"},
    {"sponsored", "确认代付", "Paid by group"},
    {"declined", "取消代付", "Declined"},
    {"corrected", "更正信息", "Corrected by the organizer"},
});
}  // namespace expogate
