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
}

}  // namespace expogate::payment
