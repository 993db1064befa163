#include "payment/refund_service.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/money.h"
#include "base/text.h"
#include "base/the_system.h"
#include "organization/contact_message.h"
#include "payment/payment_store.h"
#include "platform/ledger/ledger.h"

namespace expogate::payment {

struct RefundPayload {
  RefundId refund_id;
};
BOOST_DESCRIBE_STRUCT(RefundPayload, (), (refund_id))

namespace {

constexpr int due_at_once = 50;
/// A hold for a refund ends when the money has gone, not by time.
constexpr Duration never = days(36500);

const messaging::MessageTemplate refunded_template{
    "refund_done", "退款已完成", "Your refund has been made",
    "【{fair}】订单 {order} 的退款 {amount} 元已原路退回。",
    "[{fair}] The refund of CNY {amount} for order {order} has been made by the original payment method."};
const messaging::MessageTemplate refused_template{
    "refund_refused", "退款申请未通过", "Your refund request has been rejected",
    "【{fair}】订单 {order} 的退款申请未通过，原因：{opinion}。",
    "[{fair}] Your refund request for order {order} has been rejected. Reason: {opinion}."};

std::string hold_of(const Refund& refund) {
  return "refund/" + refund.id.text;
}

Refund existing(std::optional<Refund> found) {
  if (!found) throw NotFound();
  return std::move(*found);
}

Refusal decided(const Caller& caller, const Refund& refund) {
  return Refusal(refund_decided, {{"state", std::string(enum_words(refund.state, caller.locale))}});
}

bool is_asked_for(const std::vector<RefundItem>& active, const order::AttendeeId& person) {
  return std::any_of(active.begin(), active.end(), [&](auto& item) { return item.attendee_id == person; });
}

}  // namespace

void RefundService::begin(db::Tx& tx, const Refund& refund, Channel channel) {
  auto result = ledger::hold(tx,
                             {hold_of(refund),
                              {ledger_order(refund.order_id)},
                              {ledger_channel(channel)},
                              refund.amount_fen,
                              "refund",
                              refund.order_id.text,
                              refund.requested_by},
                             clock_.now() + never, clock_.now());
  expect(result != ledger::Result::exceeds_available, "an order gives back no more than it received");
}

void RefundService::give_back(db::Tx& tx, const Payment& payment, std::int64_t amount_fen) {
  auto now = clock_.now();
  Refund refund;
  refund.id = new_id<RefundId>(now);
  refund.number = order::new_refund_number(now);
  refund.order_id = payment.order_id;
  refund.payment_id = payment.id;
  refund.kind = RefundKind::orphan;
  refund.amount_fen = amount_fen;
  refund.state = RefundState::processing;
  refund.requested_at = now;
  if (payment.channel != Channel::transfer) refund.check_at = now;
  if (!store::add_refund(tx, refund)) return;  // its money is on its way already
  begin(tx, refund, payment.channel);
  audit::record(tx, the_system(), now,
                {"refund_begun", "refund", refund.id.text, "多付或订单已关闭，自动退款 " + payment.number,
                 "null", audit::snapshot(refund)});
}

std::vector<order::OrderItem> RefundService::list_refundable(const Caller& caller,
                                                             order::OrderService& orders, const OrderId& id) {
  return database_.read([&](db::Tx& tx) {
    if (orders.require_own(tx, caller, id).state != order::OrderState::paid)
      return std::vector<order::OrderItem>{};
    auto people = orders.rejected_people(tx, id);
    auto active = store::list_active_items(tx, id);
    std::erase_if(people, [&](auto& person) { return is_asked_for(active, person.attendee_id); });
    return people;
  });
}

Refund RefundService::request(const Caller& caller, order::OrderService& orders, const OrderId& id,
                              const std::vector<order::AttendeeId>& people, const std::string& reason) {
  if (people.empty()) throw ValidationError("attendees", order::order_empty);
  return database_.write([&](db::Tx& tx) {
    auto order = orders.require_own(tx, caller, id);
    if (order.state != order::OrderState::paid) throw Refusal(refund_order_unpaid);
    auto rejected = orders.rejected_people(tx, id);
    auto active = store::list_active_items(tx, id);
    auto now = clock_.now();
    Refund refund;
    refund.id = new_id<RefundId>(now);
    refund.number = order::new_refund_number(now);
    refund.order_id = id;
    auto payment = store::find_settling_payment(tx, id);
    expect(payment.has_value(), "a paid order has the payment that settled it");
    refund.payment_id = *payment;
    refund.reason = trimmed(reason);
    refund.requested_by = caller.account;
    refund.requested_at = now;
    std::vector<RefundItem> items;
    for (auto& person : people) {
      auto item =
          std::find_if(rejected.begin(), rejected.end(), [&](auto& i) { return i.attendee_id == person; });
      if (item == rejected.end()) throw Refusal(refund_not_rejected);
      if (is_asked_for(active, person)) throw Refusal(refund_asked_already);
      refund.amount_fen += item->fee_fen;
      items.push_back({refund.id, id, person, item->fee_fen});
    }
    expect(store::add_refund(tx, refund), "a new refund is new");
    // Another tab asking for the same person meets the index, and the whole request begins anew.
    for (auto& item : items) store::add_refund_item(tx, item);
    audit::record(tx, caller, now,
                  {"refund_requested", "refund", refund.id.text, "申请退款 " + order.number, "null",
                   audit::snapshot(refund)});
    return refund;
  });
}

void RefundService::move(db::Tx& tx, const Caller& caller, Refund refund, RefundAction action,
                         const char* summary) {
  auto before = refund;
  auto next = next_state(refund_transitions, refund.state, action);
  if (!next) throw decided(caller, refund);
  refund.state = *next;
  if (!store::change_refund(tx, refund, before.state))
    throw decided(caller, existing(store::find_refund(tx, refund.id)));
  audit::record(tx, caller, clock_.now(),
                {"refund_" + std::string(enum_name(*next)), "refund", refund.id.text, summary + refund.number,
                 audit::snapshot(before), audit::snapshot(refund)});
}

Refund RefundService::decide(const Caller& caller, const RefundId& id, bool is_approved,
                             const std::string& typed) {
  auto opinion = std::string(trimmed(typed));
  if (!is_approved && opinion.empty()) throw ValidationError("opinion", organization::opinion_required);
  return database_.write([&](db::Tx& tx) {
    auto refund = existing(store::find_refund(tx, id));
    auto channel = store::find(tx, refund.payment_id)->channel;
    refund.opinion = opinion;
    refund.decided_by = caller.account;
    refund.decided_at = clock_.now();
    if (is_approved && channel != Channel::transfer) refund.check_at = clock_.now();
    move(tx, caller, refund, is_approved ? RefundAction::approve : RefundAction::refuse,
         is_approved ? "同意退款 " : "不予退款 ");
    if (is_approved) {
      begin(tx, refund, channel);
    } else {
      store::release_items(tx, id);
      tell_contact(tx, existing(store::find_refund(tx, id)));
    }
    return existing(store::find_refund(tx, id));
  });
}

Refund RefundService::retry(const Caller& caller, const RefundId& id) {
  return database_.write([&](db::Tx& tx) {
    auto refund = existing(store::find_refund(tx, id));
    refund.check_at = clock_.now();
    move(tx, caller, refund, RefundAction::retry, "重新退款 ");
    return existing(store::find_refund(tx, id));
  });
}

Refund RefundService::finish_by_hand(const Caller& caller, const RefundId& id,
                                     const std::string& bank_serial) {
  return database_.write([&](db::Tx& tx) {
    auto refund = existing(store::find_refund(tx, id));
    if (store::find(tx, refund.payment_id)->channel != Channel::transfer) throw Refusal(refund_by_bank_only);
    if (refund.state != RefundState::processing) throw decided(caller, refund);
    audit::record(tx, caller, clock_.now(),
                  {"refund_sent_by_bank", "refund", id.text, "登记银行退款 " + refund.number});
    apply(tx, refund, {paygate::RefundState::done, bank_serial, refund.amount_fen, clock_.now(), ""});
    return existing(store::find_refund(tx, id));
  });
}

void RefundService::tell_contact(db::Tx& tx, const Refund& refund) {
  auto order = order::OrderService::get(tx, refund.order_id);
  auto organization = organization::OrganizationService::get(tx, order.organization_id);
  auto message = organization::message_to(organization, cipher_);
  if (!message) return;
  message->parameters["order"] = order.number;
  message->parameters["amount"] = yuan_text(refund.amount_fen);
  message->parameters["opinion"] = refund.opinion;
  messages_.send_later(tx, *message,
                       refund.state == RefundState::done ? refunded_template : refused_template);
}

void RefundService::apply(db::Tx& tx, const Refund& before, const paygate::RefundStatus& status) {
  if (before.state != RefundState::processing) return;  // told before
  auto refund = before;
  refund.gateway_number = status.gateway_number;
  if (status.state == paygate::RefundState::done) {
    refund.done_at = status.done_at.value_or(clock_.now());
    refund.check_at.reset();
    move(tx, the_system(), refund, RefundAction::finish, "退款完成 ");
    ledger::post(tx, hold_of(refund), clock_.now());
    if (refund.kind == RefundKind::rejected)
      order::OrderService::add_refund(tx, refund.order_id, refund.amount_fen);
    tell_contact(tx, existing(store::find_refund(tx, refund.id)));
  } else if (status.state == paygate::RefundState::refused) {
    refund.last_error = status.reason;
    refund.check_at.reset();
    move(tx, the_system(), refund, RefundAction::fail, "退款失败 ");
  }
}

void RefundService::enqueue_due() {
  auto now = clock_.now();
  database_.write([&](db::Tx& tx) {
    for (auto& id : store::take_due_refunds(tx, now, now + minutes(1), due_at_once))
      jobs::add_job(tx, run_job, wire::to_json(RefundPayload{id}), now, now, 1);
  });
}

void RefundService::run(const jobs::JobRow& job) {
  auto id = wire::from_json<RefundPayload>(job.payload).refund_id;
  auto [refund, payment] = database_.read([&](db::Tx& tx) {
    auto found = existing(store::find_refund(tx, id));
    return std::pair(found, *store::find(tx, found.payment_id));
  });
  if (refund.state != RefundState::processing || payment.channel == Channel::transfer) return;
  auto& provider = provider_of(gateways_, payment.channel);
  paygate::Refund wanted{
      refund.number,          payment.number,
      payment.gateway_number, refund.amount_fen,
      payment.amount_fen,     refund.kind == RefundKind::orphan ? "订单已关闭" : "审核不通过",
      refund.requested_at,    notify_base_ + std::string(enum_name(payment.channel))};
  // A try that was interrupted may have arrived: ask first, whatever is known here.
  auto status = provider.query_refund(wanted);
  if (status && status.value().state == paygate::RefundState::unknown) status = provider.refund(wanted);
  database_.write([&](db::Tx& tx) {
    auto now_known = existing(store::find_refund(tx, id));
    bool is_over = status && (status.value().state == paygate::RefundState::done ||
                              status.value().state == paygate::RefundState::refused);
    if (is_over) return apply(tx, now_known, status.value());
    if (now_known.state != RefundState::processing) return;
    now_known.last_error = status ? "" : status.failure().reason;
    now_known.check_at =
        clock_.now() + wait_before_check(clock_.now() - refund.decided_at.value_or(refund.requested_at));
    store::change_refund(tx, now_known, RefundState::processing);
  });
}

std::vector<RefundRow> RefundService::list_of_order(const OrderId& order) {
  return database_.read([&](db::Tx& tx) { return store::list_refunds_of_order(tx, order); });
}

}  // namespace expogate::payment
