#pragma once
#include "attendee/attendee.h"
#include "base/caller.h"
#include "organization/review.h"
#include "platform/db/tx.h"

/// The bureau's review of people (ATT-10).
namespace expogate::attendee {

using organization::ReviewVerdict;

inline const ErrorCode attendee_not_awaiting{"attendee.not_awaiting", "该人员不在待审核状态",
                                             "This attendee is not awaiting review"};
inline const ErrorCode attendee_decided{"attendee.decided", "{actor} 已于 {at} 审核：{verdict}",
                                        "{actor} reviewed this at {at}: {verdict}"};
inline const ErrorCode attendee_voided_already{"attendee.voided_already", "该人员已注销",
                                               "This attendee has already been voided"};
constexpr AttendeeAction action_of(ReviewVerdict verdict) {
  switch (verdict) {
    case ReviewVerdict::approve:
      return AttendeeAction::approve;
    case ReviewVerdict::reject:
      return AttendeeAction::reject;
    case ReviewVerdict::return_for_changes:
      break;
  }
  return AttendeeAction::return_for_changes;
}

namespace store {

/// A colleague who has it open since `after`, unless it is the caller.
struct AttendeeVisit {
  AccountId account_id;
  std::string account_name;
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(AttendeeVisit, (), (account_id, account_name, opened_at))

void visit(db::Tx& tx, const AttendeeId& id, const Caller& caller, Instant now, Instant before);
std::optional<AttendeeVisit> find_visit(db::Tx& tx, const AttendeeId& id, Instant after);
void end_visit(db::Tx& tx, const AttendeeId& id);

}  // namespace store
}  // namespace expogate::attendee
