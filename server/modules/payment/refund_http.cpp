#include "base/permission.h"
#include "payment/payment_http.h"
#include "platform/wire/page_query.h"

namespace expogate::payment {

struct RefundRequest {
  std::vector<order::AttendeeId> attendees;
  wire::Text<0, 200> reason;
};
BOOST_DESCRIBE_STRUCT(RefundRequest, (), (attendees, reason))

struct RefundDecisionRequest {
  bool is_approved = false;
  wire::Text<0, 200> opinion;
};
BOOST_DESCRIBE_STRUCT(RefundDecisionRequest, (), (is_approved, opinion))

struct RefundCompletionRequest {
  wire::Text<2, 60> bank_serial;
};
BOOST_DESCRIBE_STRUCT(RefundCompletionRequest, (), (bank_serial))

namespace {

RefundRow row_of(const RefundRow& row) {
  return row;
}

}  // namespace

void add_refund_routes(wire::Router& router, RefundService& refunds, order::OrderService& orders) {
  auto of_own = [&](const Caller& caller, const OrderId& id) {
    orders.get_own(caller, id);
    return wire::list_view(refunds.list_of_order(id), row_of);
  };

  router.get("/my/orders/{id}/refunds", "my_refund_list")
      .for_oneself()
      .summary("What goes back of an order, and how far it is")
      .handle([of_own](const Caller& caller, OrderId id) { return of_own(caller, id); });

  router.get("/my/orders/{id}/refundable_people", "my_refundable_list")
      .for_oneself()
      .summary("Whose fees may be asked for: rejected in the review, and not asked for yet")
      .handle([&](const Caller& caller, OrderId id) {
        return wire::list_view(refunds.list_refundable(caller, orders, id));
      });

  router.post("/my/orders/{id}/refunds", "my_refund_request")
      .for_oneself()
      .idempotent()
      .summary("Requests a refund for attendees rejected in the review")
      .handle([&, of_own](const Caller& caller, OrderId id, const RefundRequest& r) {
        refunds.request(caller, orders, id, r.attendees, r.reason);
        return of_own(caller, id);
      });

  router.post("/refunds/{id}/decisions", "refund_decide")
      .allow(Permission::decide_refunds)
      .also_in_past_editions()
      .idempotent()
      .summary("Approves a refund, which then goes back by its channel, or refuses it with a reason")
      .handle([&](const Caller& caller, RefundId id, const RefundDecisionRequest& r) {
        return refunds.decide(caller, id, r.is_approved, r.opinion);
      });

  router.post("/refunds/{id}/retries", "refund_retry")
      .allow(Permission::decide_refunds)
      .also_in_past_editions()
      .idempotent()
      .summary("Tries again what the channel has refused")
      .handle(
          [&](const Caller& caller, RefundId id, const wire::NoInput&) { return refunds.retry(caller, id); });

  router.post("/refunds/{id}/completions", "refund_finish")
      .allow(Permission::decide_refunds)
      .also_in_past_editions()
      .idempotent()
      .summary("A refund of a transfer has been sent by bank, with the bank's serial number")
      .handle([&](const Caller& caller, RefundId id, const RefundCompletionRequest& r) {
        return refunds.finish_by_hand(caller, id, r.bank_serial);
      });
}

}  // namespace expogate::payment
