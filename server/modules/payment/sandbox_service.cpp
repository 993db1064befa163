#include "payment/sandbox_service.h"

namespace expogate::payment {

SandboxCharge SandboxService::get(const std::string& number) {
  auto charge = database_.read([&](db::Tx& tx) { return store::find_sandbox_charge(tx, number); });
  if (!charge || !gateways_.contains(charge->channel) || !gateways_.at(charge->channel).is_sandbox())
    throw NotFound();
  return *charge;
}

SandboxCharge SandboxService::pay(const std::string& number) {
  auto charge = get(number);
  auto& gateway = dynamic_cast<paygate::SandboxGateway&>(*gateways_.at(charge.channel).provider);
  auto now = clock_.now();
  bool is_paid = charge.expires_at > now && database_.write([&](db::Tx& tx) {
    return store::change_sandbox_charge(tx, number, paygate::ChargeState::unpaid, paygate::ChargeState::paid,
                                        now);
  });
  if (!is_paid) throw Refusal(sandbox_not_payable);
  auto notice = gateway.notice_of(
      paygate::ChargeNotice{number,
                            {paygate::ChargeState::paid, "sandbox-" + number, charge.amount_fen, now}},
      now);
  payments_.take_notice(charge.channel, {{}, "", notice});
  return get(number);
}

}  // namespace expogate::payment
