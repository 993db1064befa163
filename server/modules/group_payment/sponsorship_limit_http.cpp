#include "base/permission.h"
#include "group_payment/group_payment_http.h"
#include "import_export/sheet_export_view.h"
#include "platform/wire/page_query.h"

namespace expogate::group_payment {

struct LimitQuery : wire::PageQuery, LimitFilter {};
BOOST_DESCRIBE_STRUCT(LimitQuery, (wire::PageQuery, LimitFilter), ())

/// Nothing: the group's default counts.
struct LimitRequest {
  std::optional<std::int64_t> persons;
};
BOOST_DESCRIBE_STRUCT(LimitRequest, (), (persons))

struct LimitBatchRequest : LimitRequest {
  std::vector<OrganizationId> organizations;
};
BOOST_DESCRIBE_STRUCT(LimitBatchRequest, (LimitRequest), (organizations))

void add_sponsorship_limit_routes(wire::Router& router, SponsorshipLimitService& limits) {
  router.get("/sponsorship_limits", "sponsorship_limit_list")
      .allow(Permission::pay_for_attendees)
      .summary("The group's organizations with their limits and how many are paid for (统付配额管理)")
      .handle([&](const Caller& caller, const LimitQuery& q) {
        return wire::page_view(limits.list(caller, q, wire::page_request(q)));
      });

  router.post("/sponsorship_limits/exports", "sponsorship_limit_export")
      .allow(Permission::pay_for_attendees)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the filtered limits; the file appears among my exports")
      .handle([&](const Caller& caller, const LimitSelection& selection) {
        return import_export::view(limits.export_later(caller, selection), caller.locale);
      });

  router.put("/sponsorship_limits/{id}", "sponsorship_limit_change")
      .allow(Permission::pay_for_attendees)
      .summary("Sets one organization's limit (设置额度)")
      .handle([&](const Caller& caller, OrganizationId id, const LimitRequest& r, wire::IfMatch match) {
        return limits.change(caller, id, r.persons, match.version);
      });

  router.post("/sponsorship_limit_batches", "sponsorship_limit_batch")
      .allow(Permission::pay_for_attendees)
      .idempotent()
      .summary("Sets the same limit for several organizations (批量设置配额); returns a result for each row")
      .handle([&](const Caller& caller, const LimitBatchRequest& r) {
        return wire::list_view(limits.change_many(caller, r.organizations, r.persons));
      });
}

}  // namespace expogate::group_payment
