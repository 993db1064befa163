#pragma once
#include "attendee/attendee.h"
#include "platform/db/tx.h"

/// What this module needs to know from those above it; `app/wiring` introduces who answers.
namespace expogate::attendee {

/// Who decides about the fee of a complete attendee.
class PayerPolicy {
 public:
  virtual ~PayerPolicy() = default;
  /// True when the attendee waits for its group's decision before anybody pays (GPY-02).
  virtual bool does_group_decide(db::Tx& tx, const Attendee& attendee) = 0;
};

/// Which unpaid order an attendee stands in: its fee is fixed there, so its data are too (ORD-01).
class OpenOrders {
 public:
  virtual ~OpenOrders() = default;
  virtual std::optional<std::string> find_number(db::Tx& tx, const AttendeeId& attendee) = 0;
};

}  // namespace expogate::attendee
