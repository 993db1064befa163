#pragma once
#include "attendee/attendee_list.h"
#include "base/page.h"
#include "base/reach.h"
#include "order/order.h"
#include "platform/db/tx.h"

namespace expogate::order {

/// The filters of the order lists.
struct OrderFilter {
  std::vector<OrderState> state;
  std::optional<wire::Text<1, 40>> number;
  std::optional<wire::Text<1, 60>> organization;  ///< part of a name, or a USCC
  std::optional<OrganizationId> organization_id;
  std::optional<Channel> channel;
  std::optional<CivilDate> created_from_on, created_to_on, paid_from_on, paid_to_on;
  std::optional<bool> has_refund;
};
BOOST_DESCRIBE_STRUCT(OrderFilter, (),
                      (state, number, organization, organization_id, channel, created_from_on, created_to_on,
                       paid_from_on, paid_to_on, has_refund))

struct OrderRow : Order {
  std::string organization_number, organization_name_zh, organization_name_en;
};
BOOST_DESCRIBE_STRUCT(OrderRow, (Order), (organization_number, organization_name_zh, organization_name_en))

namespace store {

std::optional<Order> find(db::Tx& tx, const Scope& scope, const OrderId& id);
Order get(db::Tx& tx, const Scope& scope, const OrderId& id);
std::optional<Order> find_by_number(db::Tx& tx, std::string_view number);
Page<OrderRow> list(db::Tx& tx, const Caller& caller, const OrderFilter& filter, const PageRequest& page);
std::vector<OrderItem> list_items(db::Tx& tx, const OrderId& id);

std::int64_t next_serial(db::Tx& tx);
void add(db::Tx& tx, const Order& order, const std::vector<OrderItem>& items);
/// A state changes only by compare-and-set; false when it is no longer `from`.
bool settle(db::Tx& tx, const OrderId& id, Channel channel, Instant paid_at);
bool close(db::Tx& tx, const OrderId& id, OrderState to, Instant now);
void free_people(db::Tx& tx, const OrderId& id);
bool postpone(db::Tx& tx, const OrderId& id, Instant until);
/// False when more would go back than was paid.
bool add_refund(db::Tx& tx, const OrderId& id, std::int64_t amount_fen);
std::vector<OrderId> list_overdue(db::Tx& tx, Instant now, int limit);
std::optional<std::string> find_unpaid_of(db::Tx& tx, const AttendeeId& attendee);

}  // namespace store
}  // namespace expogate::order
