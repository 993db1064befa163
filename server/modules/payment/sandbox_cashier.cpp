#include "payment/sandbox_cashier.h"

namespace expogate::payment {

using paygate::ChargeState;
using paygate::RefundState;

namespace {

paygate::ChargeStatus status_of(const std::optional<SandboxCharge>& charge) {
  if (!charge) return {};
  return {charge->state, "sandbox-" + charge->number, charge->amount_fen, charge->paid_at};
}

paygate::RefundStatus status_of(const std::optional<store::SandboxRefundRow>& refund) {
  if (!refund) return {};
  return {RefundState::done, "sandbox-" + refund->number, refund->amount_fen, refund->done_at, ""};
}

}  // namespace

void SandboxBooks::add(const paygate::Charge& c) {
  database_.write([&](db::Tx& tx) {
    store::add_sandbox_charge(tx, {c.number,
                                   channel_,
                                   c.amount_fen,
                                   c.subject,
                                   ChargeState::unpaid,
                                   c.notify_url,
                                   c.return_url,
                                   c.created_at,
                                   c.expires_at,
                                   {}});
  });
}

paygate::ChargeStatus SandboxBooks::find(const std::string& number) {
  return database_.read([&](db::Tx& tx) { return status_of(store::find_sandbox_charge(tx, number)); });
}

paygate::ChargeStatus SandboxBooks::close(const std::string& number) {
  return database_.write([&](db::Tx& tx) {
    store::change_sandbox_charge(tx, number, ChargeState::unpaid, ChargeState::closed, {});
    return status_of(store::find_sandbox_charge(tx, number));
  });
}

paygate::RefundStatus SandboxBooks::refund(const paygate::Refund& r) {
  return database_.write([&](db::Tx& tx) {
    store::add_sandbox_refund(tx, r.number, r.charge_number, r.amount_fen, clock_.now());
    return status_of(store::find_sandbox_refund(tx, r.number));
  });
}

paygate::RefundStatus SandboxBooks::find_refund(const std::string& number) {
  return database_.read([&](db::Tx& tx) { return status_of(store::find_sandbox_refund(tx, number)); });
}

std::vector<paygate::BillRow> SandboxBooks::bill(const CivilDate& on) {
  return database_.read([&](db::Tx& tx) {
    auto from = shanghai_day_start(on), to = from + days(1);
    std::vector<paygate::BillRow> rows;
    for (auto& c : store::list_sandbox_charges(tx, channel_, from, to))
      rows.push_back(
          {paygate::BillKind::payment, c.number, "sandbox-" + c.number, "", c.amount_fen, 0, *c.paid_at});
    for (auto& r : store::list_sandbox_refunds(tx, channel_, from, to))
      rows.push_back({paygate::BillKind::refund, r.charge_number, "sandbox-" + r.charge_number, r.number,
                      r.amount_fen, 0, r.done_at});
    return rows;
  });
}

}  // namespace expogate::payment
