#include "order/order_store.h"

#include <fmt/format.h>

#include "base/text.h"
#include "organization/named_organizations.h"

namespace expogate::order::store {
namespace {

constexpr std::string_view columns =
    "r.id, r.edition_id, r.serial, r.number, r.organization_id, r.state, r.persons, r.total_fen, "
    "r.refunded_fen, r.channel, r.created_by, r.created_at, r.expires_at, r.closed_at, r.paid_at, r.version";

/// ACC-06: an organization reaches its own orders, the bureau all; groups do not deal with orders.
Reach reach_of(const Scope& scope) {
  return expogate::reach_of(scope, {"r.organization_id", "", ""});
}

void where_filtered(db::ListQuery& query, const Caller& caller, const OrderFilter& filter) {
  query.where("r.edition_id = ?", caller.edition);
  query.where_reached(reach_of(caller.scope));
  query.where_in("r.state", filter.state);
  if (filter.number) query.where("r.number = ?", ascii_upper(*filter.number));
  if (filter.organization_id) query.where("r.organization_id = ?", *filter.organization_id);
  if (filter.organization)
    organization::where_named(query, "r.organization_id", caller.edition, *filter.organization);
  if (filter.channel) query.where("r.channel = ?", *filter.channel);
  if (filter.created_from_on) query.where("r.created_at >= ?", fair_day_start(*filter.created_from_on));
  if (filter.created_to_on) query.where("r.created_at < ?", fair_day_end(*filter.created_to_on));
  if (filter.paid_from_on) query.where("r.paid_at >= ?", fair_day_start(*filter.paid_from_on));
  if (filter.paid_to_on) query.where("r.paid_at < ?", fair_day_end(*filter.paid_to_on));
  if (filter.has_refund) query.where(*filter.has_refund ? "r.refunded_fen > 0" : "r.refunded_fen = 0");
}

}  // namespace

std::optional<Order> find(db::Tx& tx, const Scope& scope, const OrderId& id) {
  auto reach = reach_of(scope);
  return tx.one<Order>(
      fmt::format("select {} from orders r where r.id = $1 and {}", columns, reach.numbered(2)), id,
      reach.id);
}

Order get(db::Tx& tx, const Scope& scope, const OrderId& id) {
  auto found = find(tx, scope, id);
  if (!found) throw NotFound();
  return *found;
}

std::optional<Order> find_by_number(db::Tx& tx, std::string_view number) {
  return tx.one<Order>(fmt::format("select {} from orders r where r.number = $1", columns), number);
}

Page<OrderRow> list(db::Tx& tx, const Caller& caller, const OrderFilter& filter, const PageRequest& page) {
  db::ListQuery query("orders r", std::string(columns) +
                                      ", o.number as organization_number, o.name_zh as organization_name_zh, "
                                      "o.name_en as organization_name_en");
  query.keyed_by("r.serial").show("join organizations o on o.id = r.organization_id");
  where_filtered(query, caller, filter);
  query.order_by(page.sort,
                 {{"number", "r.serial"},
                  {"total_fen", "r.total_fen"},
                  {"created_at", "r.created_at"},
                  {"paid_at", "r.paid_at"}},
                 "r.serial desc", "r.serial");
  return query.page<OrderRow>(tx, page);
}

std::vector<OrderItem> list_items(db::Tx& tx, const OrderId& id) {
  return tx.query<OrderItem>(R"(
      select order_id, attendee_id, position, attendee_number, name_zh, name_en, document_masked, badge_type,
             collection, entry_option_zh, entry_option_en, fee_fen
      from order_items where order_id = $1 order by position)",
                             id);
}

std::int64_t next_serial(db::Tx& tx) {
  return tx.value<std::int64_t>(R"(
      insert into serial_numbers (name, last) values ('orders', 1)
      on conflict (name) do update set last = serial_numbers.last + 1 returning last)");
}

void add(db::Tx& tx, const Order& r, const std::vector<OrderItem>& items) {
  tx.exec(R"(
      insert into orders (id, edition_id, serial, number, organization_id, state, persons, total_fen, created_by,
                          created_at, expires_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1))",
          r.id, r.edition_id, r.serial, r.number, r.organization_id, r.state, r.persons, r.total_fen,
          r.created_by, r.created_at, r.expires_at);
  for (auto& item : items)
    tx.exec(R"(
        insert into order_items (order_id, attendee_id, position, attendee_number, name_zh, name_en, document_masked,
                                 badge_type, collection, entry_option_zh, entry_option_en, fee_fen, is_open)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true))",
            item.order_id, item.attendee_id, item.position, item.attendee_number, item.name_zh, item.name_en,
            item.document_masked, item.badge_type, item.collection, item.entry_option_zh,
            item.entry_option_en, item.fee_fen);
}

bool settle(db::Tx& tx, const OrderId& id, Channel channel, Instant paid_at) {
  return tx.exec(R"(
      update orders set state = 'paid', channel = $2, paid_at = $3, version = version + 1
      where id = $1 and state = 'unpaid')",
                 id, channel, paid_at) == 1;
}

bool close(db::Tx& tx, const OrderId& id, OrderState to, Instant now) {
  return tx.exec(R"(
      update orders set state = $2, closed_at = $3, version = version + 1 where id = $1 and state = 'unpaid')",
                 id, to, now) == 1;
}

void free_people(db::Tx& tx, const OrderId& id) {
  tx.exec("update order_items set is_open = false where order_id = $1", id);
}

bool postpone(db::Tx& tx, const OrderId& id, Instant until) {
  return tx.exec("update orders set expires_at = $2 where id = $1 and state = 'unpaid'", id, until) == 1;
}

bool add_refund(db::Tx& tx, const OrderId& id, std::int64_t amount_fen) {
  return tx.exec(R"(
      update orders set refunded_fen = refunded_fen + $2, version = version + 1
      where id = $1 and state = 'paid' and refunded_fen + $2 <= total_fen)",
                 id, amount_fen) == 1;
}

std::vector<OrderId> list_overdue(db::Tx& tx, Instant now, int limit) {
  return tx.query<OrderId>(
      "select id from orders where state = 'unpaid' and expires_at <= $1 order by expires_at limit $2", now,
      limit);
}

std::optional<std::string> find_unpaid_of(db::Tx& tx, const AttendeeId& attendee) {
  return tx.one<std::string>(R"(
      select r.number from order_items i join orders r on r.id = i.order_id
      where i.attendee_id = $1 and i.is_open and r.state = 'unpaid')",
                             attendee);
}

}  // namespace expogate::order::store
