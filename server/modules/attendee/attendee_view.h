#pragma once
#include "attendee/attendee_history.h"
#include "attendee/attendee_list.h"
#include "base/allowed_action.h"
#include "edition/edition.h"

/// How attendees are shown: rows of lists, and one with everything that a reader may see.
namespace expogate::attendee {

struct AttendeeListRow : AttendeeRow {
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(AttendeeListRow, (AttendeeRow), (allowed_actions))

struct AttendeeDetail : AttendeeRow {
  std::string department, mobile_masked, email_masked;
  std::optional<CourierAddressId> courier_address_id;
  std::string courier_address;  ///< in one line, without the recipient's mobile
  std::optional<FileId> photo_id;
  std::string opinion;    ///< of the last review, while it matters
  int expected_days = 0;  ///< how long a review takes (BDG-07)
  std::vector<AttendeeHistoryEntry> history;
  Instant created_at;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(AttendeeDetail, (AttendeeRow),
                      (department, mobile_masked, email_masked, courier_address_id, courier_address, photo_id,
                       opinion, expected_days, history, created_at, allowed_actions))

/// What this caller may do with an attendee now: its organization edit, remove, confirm, submit, order; the
/// bureau review, void, waive the identity check, unmask.
std::vector<AllowedAction> allowed_actions(const Caller& caller, const AttendeeRow& row);

/// Puts a detail together; one read of the database. The caller's scope says whose it may be.
AttendeeDetail detail_of(db::Tx& tx, const Caller& caller, const AttendeeId& id,
                         const edition::EditionRules& rules);

}  // namespace expogate::attendee
