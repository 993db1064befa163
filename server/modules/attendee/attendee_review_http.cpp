#include "attendee/attendee_http.h"
#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct AttendeeReviewRequest {
  ReviewVerdict verdict = ReviewVerdict::approve;
  wire::Text<0, 500> opinion;
};
BOOST_DESCRIBE_STRUCT(AttendeeReviewRequest, (), (verdict, opinion))

struct AttendeeApprovalRequest {
  std::vector<AttendeeId> attendees;
};
BOOST_DESCRIBE_STRUCT(AttendeeApprovalRequest, (), (attendees))

struct AttendeeVoidRequest {
  std::vector<AttendeeId> attendees;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(AttendeeVoidRequest, (), (attendees, reason))

struct AttendeeUpgradeRequest {
  std::vector<AttendeeId> attendees;
  BadgeType badge_type = BadgeType::staff;
};
BOOST_DESCRIBE_STRUCT(AttendeeUpgradeRequest, (), (attendees, badge_type))

struct AttendeeVisitView {
  std::string account_name;
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(AttendeeVisitView, (), (account_name, opened_at))

struct OpenedAttendeeReview {
  AttendeeDetail attendee;
  std::optional<AttendeeVisitView> visited_by;  ///< a colleague who has it open
};
BOOST_DESCRIBE_STRUCT(OpenedAttendeeReview, (), (attendee, visited_by))

struct NextAttendeeQuery : AttendeeFilter {
  std::optional<AttendeeId> besides;
};
BOOST_DESCRIBE_STRUCT(NextAttendeeQuery, (AttendeeFilter), (besides))

namespace {

auto outcomes_of(const std::vector<wire::BatchOutcome>& outcomes) {
  return wire::list_view(outcomes);
}

}  // namespace

void add_attendee_review_routes(wire::Router& router, AttendeeReviewService& reviews,
                                AttendeeOfficeService& office, AttendeeService& attendees) {
  router.get("/attendee_reviews/next", "attendee_review_next_get")
      .allow(Permission::review_attendees)
      .summary("The attendee waiting longest for review, and the number waiting")
      .handle([&](const Caller& caller, const NextAttendeeQuery& q) {
        return reviews.find_next(caller, q, attendees.document_indexes(q), q.besides);
      });

  router.post("/attendees/{id}/review_visits", "attendee_review_visit_create")
      .allow(Permission::review_attendees)
      .summary("Opens an attendee for review and reports who else is viewing it")
      .handle([&](const Caller& caller, AttendeeId id, const wire::NoInput&) {
        auto visit = reviews.open(caller, id);
        OpenedAttendeeReview opened{office.get_detail(caller, id), {}};
        if (visit) opened.visited_by = AttendeeVisitView{visit->account_name, visit->opened_at};
        return opened;
      });

  router.post("/attendees/{id}/reviews", "attendee_review_create")
      .allow(Permission::review_attendees)
      .idempotent()
      .summary("Approves, rejects or returns an attendee for changes; comments are required unless approved")
      .handle([&](const Caller& caller, AttendeeId id, const AttendeeReviewRequest& r, wire::IfMatch match) {
        reviews.review(caller, id, r.verdict, r.opinion, match.version);
        return office.get_detail(caller, id);
      });

  router.post("/attendee_approvals", "attendee_approve")
      .allow(Permission::review_attendees)
      .idempotent()
      .summary("Approves several attendees; returns a result for each row")
      .handle([&](const Caller& caller, const AttendeeApprovalRequest& r) {
        return outcomes_of(reviews.approve(caller, r.attendees));
      });

  router.post("/attendee_voids", "attendee_void")
      .allow(Permission::void_attendees)
      .idempotent()
      .summary("Voids attendees permanently, with a reason (注销); returns a result for each row")
      .handle([&](const Caller& caller, const AttendeeVoidRequest& r) {
        return outcomes_of(reviews.void_attendees(caller, r.attendees, r.reason));
      });
}

void add_attendee_upgrade_routes(wire::Router& router, AttendeeUpgradeService& upgrades) {
  router.post("/attendee_upgrades", "attendee_upgrade")
      .allow(Permission::upgrade_attendees)
      .idempotent()
      .summary("Upgrades attendees to staff or VIP using the group’s own quota (升级人员标签)")
      .handle([&](const Caller& caller, const AttendeeUpgradeRequest& r) {
        return outcomes_of(upgrades.upgrade(caller, r.attendees, r.badge_type));
      });
}

}  // namespace expogate::attendee
