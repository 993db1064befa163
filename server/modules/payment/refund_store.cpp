#include <fmt/format.h>

#include "payment/refund.h"

namespace expogate::payment::store {
namespace {

constexpr std::string_view columns =
    "f.id, f.number, f.order_id, f.payment_id, f.kind, f.amount_fen, f.state, f.reason, f.opinion, "
    "f.gateway_number, f.last_error, f.requested_by, f.requested_at, f.decided_by, f.decided_at, f.check_at, "
    "f.done_at, f.version";

}  // namespace

const std::string_view refund_row_columns =
    "f.id, f.number, f.order_id, f.payment_id, f.kind, f.amount_fen, f.state, f.reason, f.opinion, "
    "f.gateway_number, f.last_error, f.requested_by, f.requested_at, f.decided_by, f.decided_at, f.check_at, "
    "f.done_at, f.version, r.number as order_number, p.channel, p.is_sandbox, "
    "o.name_zh as organization_name_zh, o.name_en as organization_name_en";

std::optional<Refund> find_refund(db::Tx& tx, const RefundId& id) {
  return tx.one<Refund>(fmt::format("select {} from refunds f where f.id = $1", columns), id);
}

std::optional<Refund> find_refund_by_number(db::Tx& tx, std::string_view number) {
  return tx.one<Refund>(fmt::format("select {} from refunds f where f.number = $1", columns), number);
}

std::vector<RefundRow> list_refunds_of_order(db::Tx& tx, const OrderId& order) {
  return tx.query<RefundRow>(fmt::format("select {} from refunds f join orders r on r.id = f.order_id "
                                         "join payments p on p.id = f.payment_id "
                                         "join organizations o on o.id = r.organization_id "
                                         "where f.order_id = $1 order by f.requested_at desc, f.id",
                                         refund_row_columns),
                             order);
}

bool add_refund(db::Tx& tx, const Refund& f) {
  return tx.exec(R"(
      insert into refunds (id, number, order_id, payment_id, kind, amount_fen, state, reason, opinion, gateway_number,
                           last_error, requested_by, requested_at, decided_by, decided_at, check_at, done_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
      on conflict do nothing)",
                 f.id, f.number, f.order_id, f.payment_id, f.kind, f.amount_fen, f.state, f.reason, f.opinion,
                 f.gateway_number, f.last_error, f.requested_by, f.requested_at, f.decided_by, f.decided_at,
                 f.check_at, f.done_at, f.version) == 1;
}

void add_refund_item(db::Tx& tx, const RefundItem& i) {
  tx.exec(
      "insert into refund_items (refund_id, order_id, attendee_id, amount_fen, is_active) values ($1, $2, "
      "$3, "
      "$4, true)",
      i.refund_id, i.order_id, i.attendee_id, i.amount_fen);
}

std::optional<PaymentId> find_settling_payment(db::Tx& tx, const OrderId& order) {
  return tx.one<PaymentId>(R"(
      select p.id from payments p
      where p.order_id = $1 and p.state = 'paid'
        and not exists (select 1 from refunds f where f.payment_id = p.id and f.kind = 'orphan'))",
                           order);
}

std::vector<RefundItem> list_active_items(db::Tx& tx, const OrderId& order) {
  return tx.query<RefundItem>(
      "select refund_id, order_id, attendee_id, amount_fen from refund_items where order_id = $1 and "
      "is_active",
      order);
}

void release_items(db::Tx& tx, const RefundId& id) {
  tx.exec("update refund_items set is_active = false where refund_id = $1", id);
}

bool change_refund(db::Tx& tx, const Refund& f, RefundState from) {
  return tx.exec(R"(
      update refunds set state = $3, opinion = $4, gateway_number = $5, last_error = $6, decided_by = $7, decided_at = $8,
                         check_at = $9, done_at = $10, version = version + 1
      where id = $1 and state = $2)",
                 f.id, from, f.state, f.opinion, f.gateway_number, f.last_error, f.decided_by, f.decided_at,
                 f.check_at, f.done_at) == 1;
}

std::vector<RefundId> take_due_refunds(db::Tx& tx, Instant now, Instant until, int limit) {
  return tx.query<RefundId>(R"(
      update refunds set check_at = $2
      where id in (select id from refunds where check_at <= $1 order by check_at limit $3) and check_at <= $1
      returning id)",
                            now, until, limit);
}

}  // namespace expogate::payment::store
