#include "payment/payment_http.h"

namespace expogate::payment {

struct SandboxChargeView {
  std::string number;
  Channel channel = Channel::alipay;
  std::int64_t amount_fen = 0;
  std::string subject, return_url;
  paygate::ChargeState state = paygate::ChargeState::unpaid;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(SandboxChargeView, (),
                      (number, channel, amount_fen, subject, return_url, state, expires_at))

namespace {

SandboxChargeView view_of(const SandboxCharge& c) {
  return {c.number, c.channel, c.amount_fen, c.subject, c.return_url, c.state, c.expires_at};
}

}  // namespace

void add_sandbox_routes(wire::Router& router, SandboxService& sandbox) {
  router.get("/sandbox/charges/{number}", "sandbox_charge_get")
      .for_everyone("the sandbox's payer has no account with us; where real providers are, it has no charges")
      .summary("What the sandbox's cashier shows; no money moves")
      .handle([&](const Caller&, std::string number) { return view_of(sandbox.get(number)); });

  router.post("/sandbox/charges/{number}/payments", "sandbox_charge_pay")
      .for_everyone("the sandbox's payer has no account with us; where real providers are, it has no charges")
      .outside_editions()
      .summary("Pays at the sandbox's cashier, which tells us by a signed notice")
      .handle([&](const Caller&, std::string number, const wire::NoInput&) {
        return view_of(sandbox.pay(number));
      });
}

}  // namespace expogate::payment
