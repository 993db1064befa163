#include "payment/payment_http.h"

namespace expogate::payment {
namespace {

paygate::NoticeRequest notice_of(const paygate::PaymentGateway& gateway, const http::Request& request) {
  paygate::NoticeRequest notice;
  for (auto name : gateway.notice_headers())
    if (auto value = request.header(name); !value.empty()) notice.headers[std::string(name)] = value;
  auto question = request.target().find('?');
  if (question != std::string_view::npos) notice.query = request.target().substr(question + 1);
  notice.body = request.body();
  return notice;
}

/// UnionPay's B2B page sends the browser back by POST, which a page does not take; the sandbox's by a link.
/// Whatever comes with it proves nothing and is not read.
void add_return_route(wire::Endpoint& route) {
  route
      .for_everyone(
          "the payer's browser comes back from the provider; nothing is read, it goes on to the order")
      .outside_editions()
      .summary("Leads the browser of somebody who has paid back to the order's page")
      .handle([](const Caller&, OrderId order) {
        http::Response response(303);
        response.headers.emplace_back("Location", "/visitor/orders/" + order.text);
        return response;
      });
}

}  // namespace

void add_notice_routes(wire::Router& router, PaymentService& payments) {
  router.post("/payment_notices/{channel}", "payment_notice_take")
      .for_everyone("the provider proves itself by its signature")
      .outside_editions()
      .called_by_machines()
      .answers<void>()
      .summary("Called by payment providers; answers in each one's own way")
      .handle([&](const Caller&, std::string name, const http::Request& request) {
        auto channel = enum_value<Channel>(name);
        if (!channel || *channel == Channel::transfer) throw NotFound();
        auto answer = payments.take_notice(*channel, notice_of(payments.provider(*channel), request));
        http::Response response(answer.status);
        response.body = answer.body;
        response.content_type = answer.content_type;
        return response;
      });

  add_return_route(router.post("/payment_returns/{id}", "payment_return_post"));
  add_return_route(router.get("/payment_returns/{id}", "payment_return_get"));
}

}  // namespace expogate::payment
