#include "badge/badge_http.h"

#include "badge/badge_view.h"
#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::badge {

struct BadgeQuery : wire::PageQuery, BadgeFilter {};
BOOST_DESCRIBE_STRUCT(BadgeQuery, (wire::PageQuery, BadgeFilter), ())

/// What a new badge for the same person is made for.
enum class ReissueKind { reprint, replacement };
BOOST_DESCRIBE_ENUM(ReissueKind, reprint, replacement)

struct BadgeReissueRequest {
  ReissueKind kind = ReissueKind::reprint;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(BadgeReissueRequest, (), (kind, reason))

void add_badge_routes(wire::Router& router, BadgeService& badges) {
  router.get("/badges", "badge_list")
      .allow(Permission::see_badges)
      .summary("Badges of an edition (证件管理)")
      .handle([&](const Caller& caller, const BadgeQuery& q) {
        return wire::page_view(badges.list(caller, q, wire::page_request(q)),
                               [&](const BadgeRow& row) { return list_row_of(caller, row); });
      });

  router.post("/badges/{id}/reissues", "badge_reissue")
      .allow(Permission::hand_over_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Revokes a badge and issues another for the same attendee (补证, 换证)")
      .handle([&](const Caller& caller, BadgeId id, const BadgeReissueRequest& r) {
        auto kind = r.kind == ReissueKind::reprint ? BadgeKind::reprint : BadgeKind::replacement;
        return badge_view(caller, badges.reissue(caller, id, kind, r.reason));
      });

  router.post("/badges/{id}/prints", "badge_print")
      .allow(Permission::hand_over_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Produces a badge at the desk, without a batch")
      .handle([&](const Caller& caller, BadgeId id, const wire::NoInput&) {
        return badge_view(caller, badges.print(caller, id));
      });

  router.get("/badges/{id}/pdf", "badge_pdf_get")
      .allow(Permission::hand_over_badges)
      .in_lane(http::Lane::heavy)
      .answers_file("application/pdf")
      .summary("A produced badge as a page to print")
      .handle([&](const Caller& caller, BadgeId id) {
        return wire::file_response(badges.make_pdf(caller, id), "application/pdf", "badge.pdf");
      });

  router.post("/badges/{id}/collections", "badge_hand_over")
      .allow(Permission::hand_over_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Hands a badge over (现场领取)")
      .handle([&](const Caller& caller, BadgeId id, const wire::NoInput&) {
        return badge_view(caller, badges.hand_over(caller, id));
      });
}

}  // namespace expogate::badge
