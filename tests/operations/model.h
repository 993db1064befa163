#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "payment/refund.h"
#include "quota/quota.h"

/// What must be true of people, places, orders and money, told again in the plainest way: maps and ifs, no
/// tables.
namespace expogate::operations {

using attendee::AttendeeId;
using attendee::AttendeeState;
using attendee::Sponsorship;
using edition::BadgeType;
using order::Channel;
using order::OrderId;
using order::OrderState;
using payment::PaymentId;
using payment::PaymentState;
using payment::RefundId;
using payment::RefundKind;
using payment::RefundState;

/// Whose place somebody with a free badge sits on.
struct Seat {
  std::size_t group = 0;
  bool is_upgrade = false;  ///< at the group's own cost; otherwise of what it gave to the organization
};

struct Person {
  std::size_t organization = 0;
  std::string document;
  std::size_t option = 0;
  std::int64_t fee_fen = 0;
  AttendeeState state = AttendeeState::awaiting_payment;
  BadgeType badge_type = BadgeType::professional;
  std::optional<Seat> seat = {};
  std::optional<Sponsorship> sponsorship = {};
};

struct Group {
  std::optional<std::size_t> parent;
  std::map<BadgeType, std::int64_t> total;  ///< places from above
  bool is_permitted = false, is_on = false, is_default_set = false;
  std::optional<std::int64_t> default_limit;
};

/// What a group has given to an organization.
struct Quota {
  quota::OrganizationQuotaId id;
  std::map<BadgeType, std::int64_t> given;
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
  std::vector<Group> groups;
  std::vector<std::size_t> group_of;                            ///< of each organization
  std::vector<std::optional<std::int64_t>> limit_of;            ///< an organization's own
  std::map<std::pair<std::size_t, std::size_t>, Quota> quotas;  ///< by group and organization
  std::map<AttendeeId, Person> people;
  std::set<std::string> declined;  ///< documents that a group would not pay for (GPY-02)
  std::map<OrderId, Order> orders;
  std::map<PaymentId, Payment> payments;
  std::map<RefundId, Refund> refunds;

  bool is_registered(const std::string& document) const;
  /// Stands in an order that nobody has paid yet.
  bool is_in_unpaid_order(const AttendeeId& person) const;
  bool is_refund_asked_for(const AttendeeId& person) const;
  std::optional<PaymentId> pending_payment(const OrderId& order, Channel channel) const;

  std::int64_t to_subgroups(std::size_t group, BadgeType type) const;
  std::int64_t to_organizations(std::size_t group, BadgeType type) const;
  std::int64_t to_upgrades(std::size_t group, BadgeType type) const;
  std::int64_t used(std::size_t group, std::size_t organization, BadgeType type) const;
  /// What a group can still give away.
  std::int64_t free(std::size_t group, BadgeType type) const;
  /// Why an organization cannot have somebody with this badge; empty: it can.
  std::string place_refusal(std::size_t organization, BadgeType type) const;
  /// The group itself, or the one above it.
  bool is_in_reach(std::size_t of_group, std::size_t group) const;
  bool is_awaiting(std::size_t group, const AttendeeId& person) const;
  std::int64_t undecided(std::size_t group) const;
  std::int64_t sponsored(std::size_t organization) const;
  std::optional<std::int64_t> limit(std::size_t organization) const;

  /// Why these people cannot be ordered for together: any of these codes is right. Empty: they can.
  std::set<std::string> order_refusals(std::size_t organization, const std::vector<AttendeeId>& people) const;
  /// GRP-03: whoever waits for the old group's decision waits for the new one's, or pays.
  void move(std::size_t organization, std::size_t to);
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
