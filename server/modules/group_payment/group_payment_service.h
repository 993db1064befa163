#pragma once
#include "account/my_account_service.h"
#include "attendee/attendee_service.h"
#include "group_payment/group_payment_store.h"
#include "group_payment/statement.h"
#include "platform/db/database.h"
#include "trading_group/trading_group_service.h"

namespace expogate::group_payment {

/// The switch and who may turn it (GPY-01…03).
class GroupPaymentService final : public attendee::PayerPolicy {
 public:
  GroupPaymentService(db::Database& database, const Clock& clock, account::MyAccountService& accounts,
                      trading_group::TradingGroupService& groups)
      : database_(database), clock_(clock), accounts_(accounts), groups_(groups) {}

  /// Of the caller's group.
  GroupPayment get_own(const Caller& caller);
  /// Every group of the caller's with what it owes.
  std::vector<GroupPaymentRow> list_statement(const Caller& caller, const GroupPaymentFilter& filter);
  /// By the bureau, after the group's letter; taking it back turns the switch off, which is refused while
  /// people wait.
  GroupPayment permit(const Caller& bureau, const TradingGroupId& group, bool is_permitted,
                      std::int64_t version);
  /// By the group, each time proven by a code to its mobile.
  GroupPayment turn(const Caller& group, bool on, const std::string& code);
  /// Once for all: how many of each organization are paid for without asking again; nothing: any number.
  GroupPayment set_default_limit(const Caller& group, std::optional<std::int64_t> persons);

  /// GRP-03: whoever waits for the old group waits for the new one, if that pays too; otherwise they pay.
  void follow_move(db::Tx& tx, const OrganizationId& organization, attendee::AttendeeService& attendees);

  bool does_group_decide(db::Tx& tx, const attendee::Attendee& attendee) override;

 private:
  GroupPayment change(db::Tx& tx, const Caller& caller, const GroupPayment& before, GroupPayment after,
                      const std::string& summary);
  void refuse_undecided(db::Tx& tx, const EditionId& edition, const TradingGroupId& group);
  db::Database& database_;
  const Clock& clock_;
  account::MyAccountService& accounts_;
  trading_group::TradingGroupService& groups_;
};

}  // namespace expogate::group_payment
