#pragma once
#include "attendee/attendee_list.h"
#include "attendee/attendee_message.h"
#include "attendee/attendee_review.h"
#include "attendee/facts.h"
#include "attendee/questions.h"
#include "edition/edition_service.h"
#include "platform/facts/facts.h"
#include "platform/wire/batch.h"
#include "quota/place_service.h"

namespace expogate::attendee {

/// The next one to be reviewed, and how many wait.
struct NextAttendee {
  std::optional<AttendeeId> id;
  std::int64_t remaining = 0;
};
BOOST_DESCRIBE_STRUCT(NextAttendee, (), (id, remaining))

/// ATT-10: one verdict counts; who comes second is told the first one's.
class AttendeeReviewService {
 public:
  AttendeeReviewService(db::Database& database, const Clock& clock, const Facts& facts,
                        quota::PlaceService& places, AttendeeMessages& messages, OpenOrders& orders)
      : database_(database),
        clock_(clock),
        facts_(facts),
        places_(places),
        messages_(messages),
        orders_(orders) {}

  void review(const Caller& caller, const AttendeeId& id, ReviewVerdict verdict, const std::string& opinion,
              std::int64_t version);
  /// Approves all that may be approved.
  std::vector<wire::BatchOutcome> approve(const Caller& caller, const std::vector<AttendeeId>& ids);
  /// 注销: for good; then the person can be filled in again (ATT-08).
  std::vector<wire::BatchOutcome> void_attendees(const Caller& caller, const std::vector<AttendeeId>& ids,
                                                 const std::string& reason);

  void void_one(db::Tx& tx, const Caller& caller, const Attendee& attendee, const std::string& reason);

  std::optional<store::AttendeeVisit> open(const Caller& caller, const AttendeeId& id);
  NextAttendee find_next(const Caller& caller, const AttendeeFilter& filter,
                         const std::vector<std::string>& documents, const std::optional<AttendeeId>& besides);

 private:
  void decide(db::Tx& tx, const Caller& caller, const Attendee& attendee, ReviewVerdict verdict,
              const std::string& opinion);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  quota::PlaceService& places_;
  AttendeeMessages& messages_;
  OpenOrders& orders_;
};

}  // namespace expogate::attendee
