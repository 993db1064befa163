#include "base/permission.h"
#include "gate/gate_http.h"
#include "import_export/sheet_export_view.h"
#include "platform/wire/page_query.h"

namespace expogate::gate {

struct VisitQuery : wire::PageQuery, VisitFilter {};
BOOST_DESCRIBE_STRUCT(VisitQuery, (wire::PageQuery, VisitFilter), ())

void add_visit_routes(wire::Router& router, VisitService& visits) {
  router.get("/visits", "visit_list")
      .allow(Permission::see_statistics)
      .summary("Admitted visitors by day (入场人员)")
      .handle([&](const Caller& caller, const VisitQuery& q) {
        return wire::page_view(visits.list(caller, q, wire::page_request(q)));
      });

  router.post("/visits/exports", "visit_export")
      .allow(Permission::see_statistics)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the filtered visits; the file appears among my exports")
      .handle([&](const Caller& caller, const VisitSelection& selection) {
        return import_export::view(visits.export_later(caller, selection), caller.locale);
      });
}

}  // namespace expogate::gate
