#include "order/order_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::order {

struct OrderQuery : wire::PageQuery, OrderFilter {};
BOOST_DESCRIBE_STRUCT(OrderQuery, (wire::PageQuery, OrderFilter), ())

struct OrderPreviewRequest {
  std::vector<AttendeeId> attendees;
};
BOOST_DESCRIBE_STRUCT(OrderPreviewRequest, (), (attendees))

struct OrderRequest {
  std::vector<AttendeeId> attendees;
  bool are_notices_accepted = false;
};
BOOST_DESCRIBE_STRUCT(OrderRequest, (), (attendees, are_notices_accepted))

struct OrderPreviewView {
  std::vector<OrderItem> items;
  std::vector<wire::BatchOutcome> left_out;
  int persons = 0;
  std::int64_t total_fen = 0;
};
BOOST_DESCRIBE_STRUCT(OrderPreviewView, (), (items, left_out, persons, total_fen))

struct OrderView : OrderRow {
  std::vector<OrderItem> items;
};
BOOST_DESCRIBE_STRUCT(OrderView, (OrderRow), (items))

namespace {

OrderView view_of(const OrderDetail& detail) {
  OrderView view;
  static_cast<OrderRow&>(view) = detail.order;
  view.items = detail.items;
  return view;
}

OrderRow row_of(const OrderRow& row) {
  return row;
}

}  // namespace

void add_order_routes(wire::Router& router, OrderService& orders) {
  router.post("/my/order_previews", "my_order_preview")
      .for_oneself()
      .summary("Previews an order for these attendees, and who cannot be included")
      .handle([&](const Caller& caller, const OrderPreviewRequest& r) {
        auto preview = orders.preview(caller, r.attendees);
        return OrderPreviewView{preview.items, preview.left_out, int(preview.items.size()),
                                preview.total_fen};
      });

  router.post("/my/orders", "my_order_create")
      .for_oneself()
      .idempotent()
      .summary("Orders badges for attendees (提交办证); all of them or none")
      .handle([&](const Caller& caller, const OrderRequest& r) {
        auto order = orders.create(caller, r.attendees, r.are_notices_accepted);
        return view_of(orders.get_own(caller, order.id));
      });

  router.get("/my/orders", "my_order_list")
      .for_oneself()
      .summary("My organization's orders (人员证件订单)")
      .handle([&](const Caller& caller, const OrderQuery& q) {
        return wire::page_view(orders.list_own(caller, q, wire::page_request(q)), row_of);
      });

  router.get("/my/orders/{id}", "my_order_get")
      .for_oneself()
      .summary("One of my organization's orders")
      .handle([&](const Caller& caller, OrderId id) { return view_of(orders.get_own(caller, id)); });

  router.post("/my/orders/{id}/cancellations", "my_order_cancel")
      .for_oneself()
      .idempotent()
      .summary("Cancels an unpaid order; its attendees can be ordered for again")
      .handle([&](const Caller& caller, OrderId id, const wire::NoInput&) {
        orders.cancel(caller, id);
        return view_of(orders.get_own(caller, id));
      });

  router.get("/orders", "order_list")
      .allow(Permission::see_money)
      .summary("All orders, for finance")
      .handle([&](const Caller& caller, const OrderQuery& q) {
        return wire::page_view(orders.list(caller, q, wire::page_request(q)), row_of);
      });

  router.get("/orders/{id}", "order_get")
      .allow(Permission::see_money)
      .summary("One order, for finance")
      .handle([&](const Caller& caller, OrderId id) { return view_of(orders.get(caller, id)); });
}

}  // namespace expogate::order
