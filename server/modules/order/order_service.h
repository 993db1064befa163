#pragma once
#include "attendee/attendee_service.h"
#include "order/facts.h"
#include "order/order_store.h"

namespace expogate::order {

/// What an order would be.
struct OrderPreview {
  std::vector<OrderItem> items;
  std::vector<wire::BatchOutcome> left_out;  ///< who cannot be ordered for, and why
  std::int64_t total_fen = 0;
};

struct OrderDetail {
  OrderRow order;
  std::vector<OrderItem> items;
};

class OrderService final : public attendee::OpenOrders {
 public:
  OrderService(db::Database& database, const Clock& clock, const Facts& facts,
               edition::EditionService& editions)
      : database_(database), clock_(clock), facts_(facts), editions_(editions) {}
  /// Attendees ask orders, orders take attendees: the second half of the introduction.
  void meet(attendee::AttendeeService& attendees) { attendees_ = &attendees; }

  std::optional<std::string> find_number(db::Tx& tx, const AttendeeId& attendee) override;

  OrderPreview preview(const Caller& caller, const std::vector<AttendeeId>& people);
  Order create(const Caller& caller, const std::vector<AttendeeId>& people, bool are_notices_accepted);
  Order cancel(const Caller& caller, const OrderId& id);
  /// Periodic: frees the people of orders that nobody paid in time.
  void expire();

  Page<OrderRow> list(const Caller& caller, const OrderFilter& filter, const PageRequest& page);
  Page<OrderRow> list_own(const Caller& caller, const OrderFilter& filter, const PageRequest& page);
  OrderDetail get(const Caller& caller, const OrderId& id);
  OrderDetail get_own(const Caller& caller, const OrderId& id);

  // For payment, inside its transaction.

  Order require_own(db::Tx& tx, const Caller& caller, const OrderId& id);
  static Order get(db::Tx& tx, const OrderId& id);
  static std::optional<Order> find_by_number(db::Tx& tx, std::string_view number);
  static std::vector<OrderItem> list_items(db::Tx& tx, const OrderId& id);
  /// ORD-06: paid; its people are locked and go to the review. False when it was not unpaid any more.
  bool settle(db::Tx& tx, const OrderId& id, Channel channel, Instant paid_at);
  /// The items whose people the review has rejected (ORD-08).
  std::vector<OrderItem> rejected_people(db::Tx& tx, const OrderId& id);
  /// A transfer is on its way, or was refused: the order waits accordingly.
  static void postpone(db::Tx& tx, const OrderId& id, Instant until);
  static void add_refund(db::Tx& tx, const OrderId& id, std::int64_t amount_fen);

 private:
  organization::Organization require_buyer(db::Tx& tx, const Caller& caller);
  bool close(db::Tx& tx, const Caller& caller, const Order& order, OrderState to, const char* summary);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  edition::EditionService& editions_;
  attendee::AttendeeService* attendees_ = nullptr;
};

}  // namespace expogate::order
