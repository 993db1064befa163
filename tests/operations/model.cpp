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
