#include "base/permission.h"
#include "organization/organization_http.h"
#include "platform/wire/page_query.h"

namespace expogate::organization {

struct ReviewRequest {
  ReviewVerdict verdict = ReviewVerdict::approve;
  wire::Text<0, 500> opinion;
};
BOOST_DESCRIBE_STRUCT(ReviewRequest, (), (verdict, opinion))

struct LiftRequest {
  wire::Text<2, 500> opinion;
};
BOOST_DESCRIBE_STRUCT(LiftRequest, (), (opinion))

struct OpenedReview {
  OrganizationDetail organization;
  std::optional<VisitView> visited_by;  ///< a colleague who has it open
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(OpenedReview, (), (organization, visited_by, version))

struct NextReviewQuery : OrganizationFilter {
  std::optional<OrganizationId> besides;
};
BOOST_DESCRIBE_STRUCT(NextReviewQuery, (OrganizationFilter), (besides))

struct NextReviewView {
  std::optional<OrganizationId> id;
  std::int64_t remaining = 0;
};
BOOST_DESCRIBE_STRUCT(NextReviewView, (), (id, remaining))

void add_review_routes(wire::Router& router, ReviewService& reviews, OrganizationService& organizations) {
  router.get("/reviews/next", "review_next_get")
      .allow(Permission::review_organizations)
      .summary("The organization waiting longest for the caller’s review, and the number waiting")
      .handle([&](const Caller& caller, const NextReviewQuery& q) {
        auto next = reviews.find_next(caller, q, q.besides);
        return NextReviewView{next.id, next.remaining};
      });

  router.post("/organizations/{id}/review_visits", "review_visit_create")
      .allow(Permission::review_organizations)
      .summary("Opens an organization for review and reports who else is viewing it")
      .handle([&](const Caller& caller, OrganizationId id, const wire::NoInput&) {
        auto visit = reviews.open(caller, id);
        OpenedReview opened{organizations.get_detail(caller, id), {}, 0};
        opened.version = opened.organization.version;
        if (visit) opened.visited_by = VisitView{visit->account_name, visit->opened_at};
        return opened;
      });

  router.post("/organizations/{id}/reviews", "review_create")
      .allow(Permission::review_organizations)
      .idempotent()
      .summary(
          "Approves, rejects or returns an organization for changes; comments are required unless approved")
      .handle([&](const Caller& caller, OrganizationId id, const ReviewRequest& r, wire::IfMatch match) {
        reviews.review(caller, id, r.verdict, r.opinion, match.version);
        return organizations.get_detail(caller, id);
      });

  router.post("/organizations/{id}/rejection_lifts", "rejection_lift_create")
      .allow(Permission::lift_rejections)
      .idempotent()
      .summary("Lets a rejected organization change its data and submit again")
      .handle([&](const Caller& caller, OrganizationId id, const LiftRequest& r, wire::IfMatch match) {
        reviews.lift_rejection(caller, id, r.opinion, match.version);
        return organizations.get_detail(caller, id);
      });
}

}  // namespace expogate::organization
