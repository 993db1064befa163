#include "model.h"

#include <algorithm>

namespace expogate::operations {

bool Model::is_registered(const std::string& document) const {
  return std::any_of(people.begin(), people.end(), [&](auto& one) {
    return one.second.document == document && one.second.state != AttendeeState::voided;
  });
}

bool Model::is_in_unpaid_order(const AttendeeId& person) const {
  return std::any_of(orders.begin(), orders.end(), [&](auto& one) {
    auto& o = one.second;
    return o.state == OrderState::unpaid &&
           std::find(o.people.begin(), o.people.end(), person) != o.people.end();
  });
}

bool Model::is_refund_asked_for(const AttendeeId& person) const {
  return std::any_of(refunds.begin(), refunds.end(), [&](auto& one) {
    return one.second.state != RefundState::refused && one.second.people.contains(person);
  });
}

std::optional<PaymentId> Model::pending_payment(const OrderId& order, Channel channel) const {
  for (auto& [id, payment] : payments)
    if (payment.order == order && payment.channel == channel && payment.state == PaymentState::pending)
      return id;
  return std::nullopt;
}

std::int64_t Model::to_subgroups(std::size_t group, BadgeType type) const {
  std::int64_t sum = 0;
  for (auto& one : groups)
    if (one.parent == group && one.total.contains(type)) sum += one.total.at(type);
  return sum;
}

std::int64_t Model::to_organizations(std::size_t group, BadgeType type) const {
  std::int64_t sum = 0;
  for (auto& [key, quota] : quotas)
    if (key.first == group) sum += quota.given.at(type);
  return sum;
}

std::int64_t Model::to_upgrades(std::size_t group, BadgeType type) const {
  return std::count_if(people.begin(), people.end(), [&](auto& one) {
    auto& [id, person] = one;
    return person.badge_type == type && person.seat && person.seat->is_upgrade && person.seat->group == group;
  });
}

std::int64_t Model::used(std::size_t group, std::size_t organization, BadgeType type) const {
  return std::count_if(people.begin(), people.end(), [&](auto& one) {
    auto& [id, person] = one;
    return person.badge_type == type && person.organization == organization && person.seat &&
           !person.seat->is_upgrade && person.seat->group == group;
  });
}

std::int64_t Model::free(std::size_t group, BadgeType type) const {
  auto& total = groups[group].total;
  auto all = total.contains(type) ? total.at(type) : 0;
  return all - to_subgroups(group, type) - to_organizations(group, type) - to_upgrades(group, type);
}

std::string Model::place_refusal(std::size_t organization, BadgeType type) const {
  if (type == BadgeType::professional) return "";
  auto group = group_of[organization];
  auto found = quotas.find({group, organization});
  if (found == quotas.end() || found->second.given.at(type) == 0) return "quota.missing";
  return used(group, organization, type) < found->second.given.at(type) ? "" : "quota.exhausted";
}

bool Model::is_in_reach(std::size_t of_group, std::size_t group) const {
  return group == of_group || groups[group].parent == of_group;
}

bool Model::is_awaiting(std::size_t group, const AttendeeId& id) const {
  auto& person = people.at(id);
  return person.state == AttendeeState::awaiting_group && group_of[person.organization] == group;
}

std::int64_t Model::undecided(std::size_t group) const {
  return std::count_if(people.begin(), people.end(),
                       [&](auto& one) { return is_awaiting(group, one.first); });
}

std::int64_t Model::sponsored(std::size_t organization) const {
  return std::count_if(people.begin(), people.end(), [&](auto& one) {
    return one.second.organization == organization && one.second.sponsorship == Sponsorship::sponsored;
  });
}

std::optional<std::int64_t> Model::limit(std::size_t organization) const {
  return limit_of[organization] ? limit_of[organization] : groups[group_of[organization]].default_limit;
}

void Model::move(std::size_t organization, std::size_t to) {
  group_of[organization] = to;
  for (auto& [id, person] : people)
    if (person.organization == organization && person.state == AttendeeState::awaiting_group &&
        !groups[to].is_on)
      person.state = AttendeeState::awaiting_payment;
}

std::set<std::string> Model::order_refusals(std::size_t organization,
                                            const std::vector<AttendeeId>& wanted) const {
  std::set<std::string> codes;
  for (auto& id : wanted) {
    auto& person = people.at(id);
    if (person.organization != organization)
      codes.insert("resource.not_found");
    else if (is_in_unpaid_order(id))
      codes.insert("attendee.in_order");
    else if (!attendee::is_editable(person.state))
      codes.insert("attendee.locked");
    else if (person.state != AttendeeState::awaiting_payment)
      codes.insert("attendee.not_payable");
    else if (person.fee_fen == 0)
      codes.insert("attendee.free");
  }
  return codes;
}

void Model::close(const OrderId& id, OrderState to) {
  orders.at(id).state = to;
  // Nobody can be asked whether a transfer is under way; the attempt ends with its order.
  for (auto& [payment_id, payment] : payments)
    if (payment.order == id && payment.channel == Channel::transfer && payment.state == PaymentState::pending)
      payment.state = PaymentState::closed;
}

bool Model::receive(const PaymentId& id, std::int64_t amount_fen) {
  auto& payment = payments.at(id);
  if (payment.state == PaymentState::paid) return false;
  payment.state = PaymentState::paid;
  payment.received_fen = amount_fen;
  auto& order = orders.at(payment.order);
  if (order.state != OrderState::unpaid || amount_fen != order.total_fen) return true;
  close(payment.order, OrderState::paid);
  for (auto& person : order.people) people.at(person).state = AttendeeState::awaiting_review;
  return false;
}

std::int64_t Model::holds_fen(Channel channel) const {
  std::int64_t sum = 0;
  for (auto& [id, payment] : payments)
    if (payment.channel == channel) sum += payment.received_fen;
  for (auto& [id, refund] : refunds)
    if (refund.channel == channel && refund.state == RefundState::done) sum -= refund.amount_fen;
  return sum;
}

std::int64_t Model::order_holds_fen(const OrderId& order) const {
  std::int64_t sum = 0;
  for (auto& [id, payment] : payments)
    if (payment.order == order) sum += payment.received_fen;
  for (auto& [id, refund] : refunds) {
    bool is_going = refund.state == RefundState::processing || refund.state == RefundState::failed ||
                    refund.state == RefundState::done;
    if (refund.order == order && is_going) sum -= refund.amount_fen;
  }
  return sum;
}

}  // namespace expogate::operations
