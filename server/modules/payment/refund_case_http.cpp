#include "base/permission.h"
#include "payment/payment_http.h"
#include "platform/wire/page_query.h"

namespace expogate::payment {

struct RefundQuery : wire::PageQuery, RefundFilter {};
BOOST_DESCRIBE_STRUCT(RefundQuery, (wire::PageQuery, RefundFilter), ())

struct PayeeUnmaskRequest {
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(PayeeUnmaskRequest, (), (reason))

namespace {

RefundCase case_of(const RefundCase& shown) {
  return shown;
}

}  // namespace

void add_refund_case_routes(wire::Router& router, RefundCaseService& cases) {
  router.get("/refunds", "refund_list")
      .allow(Permission::see_money)
      .summary("Refunds, for finance, with all that they are decided by")
      .handle([&](const Caller& caller, const RefundQuery& q) {
        return wire::page_view(cases.list(caller, q, wire::page_request(q)), case_of);
      });

  router.post("/refunds/{id}/payee_unmaskings", "refund_payee_unmask")
      .allow(Permission::decide_refunds)
      .also_in_past_editions()
      .summary("Shows the account that a transfer is paid back to, with a reason, and records it")
      .handle([&](const Caller& caller, RefundId id, const PayeeUnmaskRequest& r) {
        return cases.unmask_payee(caller, id, r.reason);
      });
}

}  // namespace expogate::payment
