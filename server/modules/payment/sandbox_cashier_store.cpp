#include "payment/sandbox_cashier.h"

namespace expogate::payment::store {

void add_sandbox_charge(db::Tx& tx, const SandboxCharge& c) {
  tx.exec(R"(
      insert into sandbox_charges (number, channel, amount_fen, subject, state, notify_url, return_url, created_at,
                                   expires_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (number) do nothing)",
          c.number, c.channel, c.amount_fen, c.subject, c.state, c.notify_url, c.return_url, c.created_at,
          c.expires_at);
}

std::optional<SandboxCharge> find_sandbox_charge(db::Tx& tx, const std::string& number) {
  return tx.one<SandboxCharge>(R"(
      select number, channel, amount_fen, subject, state, notify_url, return_url, created_at, expires_at, paid_at
      from sandbox_charges where number = $1)",
                               number);
}

bool change_sandbox_charge(db::Tx& tx, const std::string& number, paygate::ChargeState from,
                           paygate::ChargeState to, std::optional<Instant> paid_at) {
  return tx.exec(
             "update sandbox_charges set state = $3, paid_at = coalesce($4, paid_at) where number = $1 and "
             "state = $2",
             number, from, to, paid_at) == 1;
}

std::vector<SandboxCharge> list_sandbox_charges(db::Tx& tx, Channel channel, Instant from, Instant to) {
  return tx.query<SandboxCharge>(R"(
      select number, channel, amount_fen, subject, state, notify_url, return_url, created_at, expires_at, paid_at
      from sandbox_charges where channel = $1 and paid_at >= $2 and paid_at < $3 order by paid_at)",
                                 channel, from, to);
}

bool add_sandbox_refund(db::Tx& tx, const std::string& number, const std::string& charge,
                        std::int64_t amount_fen, Instant now) {
  return tx.exec(R"(
      insert into sandbox_refunds (number, charge_number, amount_fen, done_at) values ($1, $2, $3, $4)
      on conflict (number) do nothing)",
                 number, charge, amount_fen, now) == 1;
}

std::optional<SandboxRefundRow> find_sandbox_refund(db::Tx& tx, const std::string& number) {
  return tx.one<SandboxRefundRow>(
      "select number, charge_number, amount_fen, done_at from sandbox_refunds where number = $1", number);
}

std::vector<SandboxRefundRow> list_sandbox_refunds(db::Tx& tx, Channel channel, Instant from, Instant to) {
  return tx.query<SandboxRefundRow>(R"(
      select f.number, f.charge_number, f.amount_fen, f.done_at
      from sandbox_refunds f join sandbox_charges c on c.number = f.charge_number
      where c.channel = $1 and f.done_at >= $2 and f.done_at < $3 order by f.done_at)",
                                    channel, from, to);
}

}  // namespace expogate::payment::store
