#pragma once
#include "attendee/attendee_service.h"
#include "attendee/past_attendee.h"

namespace expogate::attendee {

enum class TakeOver {
  apply,  ///< 重新申办: a draft with the past data
  reuse   ///< 证件复用: the past badge again, free (ATT-07)
};
BOOST_DESCRIBE_ENUM(TakeOver, apply, reuse)

/// People of past editions come again (ATT-06). Nothing is written where they come from.
class PastAttendeeService {
 public:
  PastAttendeeService(db::Database& database, const FieldCipher& cipher, edition::EditionService& editions,
                      AttendeeService& attendees)
      : database_(database), cipher_(cipher), editions_(editions), attendees_(attendees) {}

  Page<PastAttendeeListRow> list(const Caller& caller, const PastAttendeeFilter& filter,
                                 const PageRequest& page);
  Attendee take_over(const Caller& caller, const AttendeeId& past, TakeOver how);
  std::vector<wire::BatchOutcome> take_over(const Caller& caller, const std::vector<AttendeeId>& past,
                                            TakeOver how);

 private:
  /// What the caller's organization stands on when it takes people over.
  struct Ground {
    organization::Organization own;
    edition::Edition edition;
    store::PastReach reach;
  };
  Ground ground_of(const Caller& caller, const organization::Organization& own);
  Ground require_ground(db::Tx& tx, const Caller& caller);
  Attendee take_over_one(db::Tx& tx, const Caller& caller, const Ground& ground, const PastAttendeeRow& row,
                         TakeOver how);
  AttendeeForm form_of_past(db::Tx& tx, const Attendee& past, const Ground& ground, TakeOver how);
  db::Database& database_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  AttendeeService& attendees_;
};

}  // namespace expogate::attendee
