#include "payment/payment_http.h"

#include "base/permission.h"
#include "edition/edition_text.h"
#include "platform/image/qr.h"
#include "platform/wire/page_query.h"

namespace expogate::payment {

struct ChannelView {
  Channel channel = Channel::alipay;
  bool is_sandbox = false;
};
BOOST_DESCRIBE_STRUCT(ChannelView, (), (channel, is_sandbox))

struct PaymentRequest {
  Channel channel = Channel::alipay;
};
BOOST_DESCRIBE_STRUCT(PaymentRequest, (), (channel))

/// An attempt as its payer sees it.
struct PaymentView {
  PaymentId id;
  OrderId order_id;
  Channel channel = Channel::alipay;
  std::string number;
  PaymentState state = PaymentState::pending;
  bool is_sandbox = false;
  std::int64_t amount_fen = 0;
  Instant created_at, expires_at;
  std::optional<Instant> paid_at;
  order::OrderState order_state = order::OrderState::unpaid;
  std::string qr_text, qr_svg, address;
  std::vector<CashierField> fields;
};
BOOST_DESCRIBE_STRUCT(PaymentView, (),
                      (id, order_id, channel, number, state, is_sandbox, amount_fen, created_at, expires_at,
                       paid_at, order_state, qr_text, qr_svg, address, fields))

/// An attempt as finance sees it.
struct PaymentRow {
  PaymentId id;
  Channel channel = Channel::alipay;
  std::string number, gateway_number, last_error;
  PaymentState state = PaymentState::pending;
  bool is_sandbox = false;
  std::int64_t amount_fen = 0, received_fen = 0;
  Instant created_at;
  std::optional<Instant> paid_at;
};
BOOST_DESCRIBE_STRUCT(PaymentRow, (),
                      (id, channel, number, gateway_number, last_error, state, is_sandbox, amount_fen,
                       received_fen, created_at, paid_at))

namespace {

PaymentView view_of(const Payment& p, order::OrderState order_state, Locale locale) {
  PaymentView view{p.id,         p.order_id,   p.channel,    p.number,     p.state,
                   p.is_sandbox, p.amount_fen, p.created_at, p.expires_at, p.paid_at,
                   order_state,  "",           "",           "",           {}};
  if (!p.cashier_json || p.state != PaymentState::pending) return view;
  auto page = wire::from_json<CashierPage>(*p.cashier_json);
  view.qr_text = page.qr_text;
  if (!page.qr_text.empty())
    view.qr_svg = qr_svg(page.qr_text, locale == Locale::en ? "Code to pay with" : "支付二维码");
  view.address = page.address;
  view.fields = page.fields;
  return view;
}

PaymentRow row_of(const Payment& p) {
  return {p.id,         p.channel,    p.number,       p.gateway_number, p.last_error, p.state,
          p.is_sandbox, p.amount_fen, p.received_fen, p.created_at,     p.paid_at};
}

}  // namespace

void add_payment_routes(wire::Router& router, PaymentService& payments, order::OrderService& orders) {
  router.get("/payment_channels", "payment_channel_list")
      .for_oneself()
      .summary("The ways to pay that are offered; a sandbox moves no money")
      .handle([&](const Caller&) {
        return wire::list_view(payments.list_channels(), [](auto& channel) {
          return ChannelView{channel.first, channel.second};
        });
      });

  router.post("/my/orders/{id}/payments", "my_payment_begin")
      .for_oneself()
      .in_lane(http::Lane::heavy)
      .summary("Begins to pay an order, or goes on with the attempt that is under way by this channel")
      .handle([&](const Caller& caller, OrderId id, const PaymentRequest& r) {
        return view_of(payments.begin(caller, id, r.channel), order::OrderState::unpaid, caller.locale);
      });

  router.get("/my/payments/{id}", "my_payment_get")
      .for_oneself()
      .summary("Result of a payment attempt; inexpensive, may be polled while the payer pays")
      .handle([&](const Caller& caller, PaymentId id) {
        auto payment = payments.get_own(caller, id);
        return view_of(payment, orders.get_own(caller, payment.order_id).order.state, caller.locale);
      });

  router.get("/orders/{id}/payments", "order_payment_list")
      .allow(Permission::see_money)
      .summary("Every attempt to pay an order")
      .handle([&](const Caller& caller, OrderId id) {
        orders.get(caller, id);
        return wire::list_view(payments.list_of_order(id), row_of);
      });
}

}  // namespace expogate::payment
