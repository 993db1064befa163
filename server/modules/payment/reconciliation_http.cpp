#include "base/permission.h"
#include "import_export/sheet_export_view.h"
#include "payment/payment_http.h"
#include "platform/wire/page_query.h"

namespace expogate::payment {

void add_reconciliation_routes(wire::Router& router, ReconciliationService& reconciliation) {
  router.get("/reconciliation", "reconciliation_list")
      .allow(Permission::see_money)
      .summary("Our books beside the providers' bills, day by day and channel by channel")
      .handle([&](const Caller&, const ReconciliationSpan& span) {
        return wire::list_view(reconciliation.list(span));
      });

  router.get("/reconciliation/differences", "reconciliation_difference_list")
      .allow(Permission::see_money)
      .summary("Every payment and refund in which our books and a bill differ")
      .handle([&](const Caller&, const ReconciliationSpan& span) {
        return wire::list_view(reconciliation.list_differences(span));
      });

  router.post("/reconciliation/bills", "reconciliation_bill_fetch")
      .allow(Permission::see_money)
      .also_in_past_editions()
      .idempotent()
      .answers<void>()
      .summary("Asks the providers for their bills of these days; they come in the background")
      .handle([&](const Caller& caller, const ReconciliationSpan& span) {
        reconciliation.fetch_later(caller, span);
        return http::Response(204);
      });

  router.post("/reconciliation/exports", "reconciliation_export")
      .allow(Permission::see_money)
      .also_in_past_editions()
      .idempotent()
      .summary("Exports the table of these days as xlsx")
      .handle([&](const Caller& caller, const ReconciliationSpan& span) {
        return import_export::view(reconciliation.export_later(caller, span), caller.locale);
      });
}

}  // namespace expogate::payment
