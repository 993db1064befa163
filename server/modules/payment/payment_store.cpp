#include "payment/payment_store.h"

#include <fmt/format.h>

namespace expogate::payment::store {
namespace {

constexpr std::string_view columns =
    "id, order_id, channel, number, amount_fen, state, is_sandbox, cashier_json, gateway_number, "
    "received_fen, last_error, created_at, expires_at, check_at, paid_at";

std::string select(std::string_view rest) {
  return fmt::format("select {} from payments {}", columns, rest);
}

}  // namespace

std::optional<Payment> find(db::Tx& tx, const PaymentId& id) {
  return tx.one<Payment>(select("where id = $1"), id);
}

std::optional<Payment> find_by_number(db::Tx& tx, std::string_view number) {
  return tx.one<Payment>(select("where number = $1"), number);
}

std::vector<Payment> list_of_order(db::Tx& tx, const OrderId& order) {
  return tx.query<Payment>(select("where order_id = $1 order by created_at, id"), order);
}

std::optional<Payment> find_pending(db::Tx& tx, const OrderId& order, Channel channel) {
  return tx.one<Payment>(select("where order_id = $1 and channel = $2 and state = 'pending'"), order,
                         channel);
}

void add(db::Tx& tx, const Payment& p) {
  tx.exec(R"(
      insert into payments (id, order_id, channel, number, amount_fen, state, is_sandbox, gateway_number, last_error,
                            created_at, expires_at, check_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
          p.id, p.order_id, p.channel, p.number, p.amount_fen, p.state, p.is_sandbox, p.gateway_number,
          p.last_error, p.created_at, p.expires_at, p.check_at);
}

void note_cashier(db::Tx& tx, const PaymentId& id, const std::string& cashier_json) {
  tx.exec("update payments set cashier_json = $2 where id = $1", id, cashier_json);
}

void note_error(db::Tx& tx, const PaymentId& id, const std::string& error) {
  tx.exec("update payments set last_error = $2 where id = $1", id, error);
}

bool mark_paid(db::Tx& tx, const PaymentId& id, std::int64_t received_fen, const std::string& gateway_number,
               Instant paid_at) {
  return tx.exec(R"(
      update payments set state = 'paid', received_fen = $2, gateway_number = $3, paid_at = $4, check_at = null
      where id = $1 and state <> 'paid')",
                 id, received_fen, gateway_number, paid_at) == 1;
}

bool mark_ended(db::Tx& tx, const PaymentId& id, PaymentState to, const std::string& error) {
  return tx.exec(R"(
      update payments set state = $2, last_error = $3, check_at = null where id = $1 and state = 'pending')",
                 id, to, error) == 1;
}

std::vector<PaymentId> take_due(db::Tx& tx, Instant now, Instant until, int limit) {
  return tx.query<PaymentId>(R"(
      update payments set check_at = $2
      where id in (select id from payments where check_at <= $1 order by check_at limit $3) and check_at <= $1
      returning id)",
                             now, until, limit);
}

void expire_now(db::Tx& tx, const PaymentId& id, Instant now) {
  tx.exec("update payments set expires_at = $2, check_at = $2 where id = $1 and state = 'pending'", id, now);
}

void check_at(db::Tx& tx, const PaymentId& id, Instant at) {
  tx.exec("update payments set check_at = $2 where id = $1 and state = 'pending'", id, at);
}

}  // namespace expogate::payment::store
