#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "payment/refund.h"

/// What must be true of people, orders and money, told again in the plainest way: maps and ifs, no tables.
namespace expogate::operations {

using attendee::AttendeeId;
using attendee::AttendeeState;
using order::Channel;
using order::OrderId;
using order::OrderState;
using payment::PaymentId;
using payment::PaymentState;
using payment::RefundId;
using payment::RefundKind;
using payment::RefundState;

struct Person {
  std::size_t organization = 0;
  std::string document;
  std::size_t option = 0;
  std::int64_t fee_fen = 0;
  AttendeeState state = AttendeeState::awaiting_payment;
};

struct Payment {
  OrderId order;
  Channel channel = Channel::alipay;
  std::string number;
  std::int64_t amount_fen = 0, received_fen = 0;
  PaymentState state = PaymentState::pending;
  Instant expires_at;
};

struct Refund {
  OrderId order;
  PaymentId payment;
  Channel channel = Channel::alipay;
  RefundKind kind = RefundKind::orphan;
  RefundState state = RefundState::processing;
  std::int64_t amount_fen = 0;
  std::set<AttendeeId> people;
};

struct Order {
  std::size_t organization = 0;
  std::vector<AttendeeId> people;
  std::int64_t total_fen = 0;
  OrderState state = OrderState::unpaid;
  Instant expires_at;
};

struct Model {
  std::map<AttendeeId, Person> people;
  std::map<OrderId, Order> orders;
  std::map<PaymentId, Payment> payments;
  std::map<RefundId, Refund> refunds;

  bool is_registered(const std::string& document) const;
  /// Stands in an order that nobody has paid yet.
  bool is_in_unpaid_order(const AttendeeId& person) const;
  bool is_refund_asked_for(const AttendeeId& person) const;
  std::optional<PaymentId> pending_payment(const OrderId& order, Channel channel) const;

  /// Why these people cannot be ordered for together: any of these codes is right. Empty: they can.
  std::set<std::string> order_refusals(std::size_t organization, const std::vector<AttendeeId>& people) const;
  /// An order is closed without having been paid.
  void close(const OrderId& order, OrderState to);
  /// Money has come. True when it came for nothing and must go back.
  bool receive(const PaymentId& payment, std::int64_t amount_fen);

  /// What the ledger must hold of a channel's money: received, less what has gone back.
  std::int64_t holds_fen(Channel channel) const;
  /// The same for one order, less what is on its way back.
  std::int64_t order_holds_fen(const OrderId& order) const;
};

}  // namespace expogate::operations
