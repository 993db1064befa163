#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

#include "attendee/attendee.h"
#include "base/error.h"
#include "base/id.h"
#include "base/time.h"

/// Group payment (统付): a group pays its people's badge fees, one decision for each (GPY).
namespace expogate::group_payment {

using attendee::AttendeeId;
using attendee::AttendeeState;

/// What a group may, does, and has set.
struct GroupPayment {
  TradingGroupId trading_group_id;
  bool is_permitted = false;                  ///< by the bureau (GPY-01)
  bool is_on = false;                         ///< newly saved people wait for the group (GPY-02)
  bool is_default_set = false;                ///< the default limit is set once (GPY-04)
  std::optional<std::int64_t> default_limit;  ///< none when it is set: without a limit
  std::optional<Instant> switched_at;
  std::int64_t version = 0;  ///< 0: nobody has dealt with it yet
};
BOOST_DESCRIBE_STRUCT(GroupPayment, (),
                      (trading_group_id, is_permitted, is_on, is_default_set, default_limit, switched_at,
                       version))

/// Who pays the fee of somebody.
enum class Payer {
  nobody,     ///< it is free
  person,     ///< the person or its organization
  group,      ///< the group has sponsored it
  undecided,  ///< the group decides; nobody can pay before (GPY-02)
};
BOOST_DESCRIBE_ENUM(Payer, nobody, person, group, undecided)

/// What the question of the payer depends on; every combination has an answer.
struct PayerQuestion {
  AttendeeState state = AttendeeState::draft;
  std::optional<attendee::Sponsorship> sponsorship;  ///< what its group has decided, for good
  bool is_free = false;
  bool is_on = false;  ///< its group pays for newly saved people now
};

/// Who pays for somebody who is saved, or saved again, now (GPY-02, GPY-03).
Payer payer_of(const PayerQuestion& question);

/// How many of an organization are paid for without asking again; nothing: any number. `of_organization` is
/// its own limit, where it has one.
std::optional<std::int64_t> limit_of(const GroupPayment& group,
                                     const std::optional<std::int64_t>& of_organization);

inline const ErrorCode not_permitted{
    "group_payment.not_permitted", "贵团尚未开通统付权限，请先向主办方申请",
    "Group payment has not been enabled for your group; please apply to the organizer first"};
inline const ErrorCode already_so{"group_payment.already_so", "统付状态已是{state}",
                                  "Group payment is already {state}"};
inline const ErrorCode undecided_left{"group_payment.undecided",
                                      "还有 {count} 人待确认代付，请先处理后再关闭统付",
                                      "Attendees still awaiting a group payment decision: {count}. Please "
                                      "decide before switching group payment off"};
inline const ErrorCode default_set{"group_payment.default_set", "默认统付额度只能设置一次",
                                   "The default limit can be set only once"};
inline const ErrorCode not_undecided{"group_payment.not_undecided", "该人员不在待确认代付状态",
                                     "This attendee is not awaiting a group payment decision"};
inline const ErrorCode organization_not_yet{"group_payment.organization_not_approved",
                                            "单位审核通过后才能代付",
                                            "The organization must be approved before your group can pay"};
/// In the words of the slides; the question is asked before anything is done.
inline const ErrorCode over_limit{
    "group_payment.over_limit",
    "单位<{organizations}>本次锁定提交的专业观众人数已达代付限额。请确认是否继续代付？",
    "The number of professional visitors submitted this time exceeds the group payment limit of "
    "{organizations}. Do you want to pay for them anyway?"};

}  // namespace expogate::group_payment
