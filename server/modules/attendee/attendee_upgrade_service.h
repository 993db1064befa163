#pragma once
#include "attendee/attendee_service.h"

namespace expogate::attendee {

/// 升级人员标签: a group makes its people staff or VIPs at its own cost, never back (ATT-08, QTA-04).
class AttendeeUpgradeService {
 public:
  AttendeeUpgradeService(db::Database& database, const Clock& clock, const Facts& facts,
                         AttendeeService& attendees, quota::PlaceService& places, OpenOrders& orders)
      : database_(database),
        clock_(clock),
        facts_(facts),
        attendees_(attendees),
        places_(places),
        orders_(orders) {}

  std::vector<wire::BatchOutcome> upgrade(const Caller& caller, const std::vector<AttendeeId>& ids,
                                          BadgeType type);
  void upgrade_one(db::Tx& tx, const Caller& caller, const Attendee& before, BadgeType type);

 private:
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  AttendeeService& attendees_;
  quota::PlaceService& places_;
  OpenOrders& orders_;
};

/// Why somebody is not upgraded; nothing when they are. Whoever is paid for keeps what was paid.
const ErrorCode* upgrade_refusal(AttendeeState state, BadgeType from, BadgeType to);

inline const ErrorCode upgrade_not_up{
    "attendee.upgrade_not_up", "人员标签只能升级（专业观众 → 工作人员 → VIP），不能降级",
    "The badge type can only be upgraded (professional visitor → staff → VIP), not downgraded"};
inline const ErrorCode upgrade_ended{
    "attendee.upgrade_ended", "已注销、审核不通过或待单位确认的人员不能升级",
    "Attendees who are voided, rejected or awaiting confirmation cannot be upgraded"};

}  // namespace expogate::attendee
