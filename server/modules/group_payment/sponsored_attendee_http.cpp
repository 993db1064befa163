#include "base/permission.h"
#include "group_payment/group_payment_http.h"
#include "import_export/sheet_export_view.h"
#include "platform/wire/page_query.h"

namespace expogate::group_payment {

struct SponsoredQuery : wire::PageQuery, SponsoredFilter {};
BOOST_DESCRIBE_STRUCT(SponsoredQuery, (wire::PageQuery, SponsoredFilter), ())

void add_sponsored_attendee_routes(wire::Router& router, SponsoredAttendeeService& sponsored) {
  router.get("/sponsored_attendees", "sponsored_attendee_list")
      .allow(Permission::see_sponsored)
      .summary("Attendees a group pays for (待付款人员列表)")
      .handle([&](const Caller& caller, const SponsoredQuery& q) {
        return wire::page_view(sponsored.list(caller, q, wire::page_request(q)));
      });

  router.get("/sponsored_attendee_totals", "sponsored_attendee_total")
      .allow(Permission::see_sponsored)
      .summary("Their number and total amount (GPY-05)")
      .handle([&](const Caller& caller, const SponsoredFilter& filter) {
        return sponsored.total(caller, filter);
      });

  router.post("/sponsored_attendees/exports", "sponsored_attendee_export")
      .allow(Permission::see_sponsored)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the filtered people; the file appears among my exports")
      .handle([&](const Caller& caller, const SponsoredSelection& selection) {
        return import_export::view(sponsored.export_later(caller, selection), caller.locale);
      });
}

}  // namespace expogate::group_payment
