// What payers, providers, banks, finance and time do.
#include <algorithm>

#include "payment/payment_store.h"
#include "random_operations.h"

namespace expogate::operations {
namespace {

constexpr Channel channels[] = {Channel::alipay, Channel::wechat, Channel::unionpay, Channel::transfer};

/// Attempts closer to their end than this are not shown again.
constexpr Duration least_time_left = minutes(1);

}  // namespace

std::string RandomOperations::begin_payment() {
  if (model_.orders.empty()) return "none";
  auto id = pick_of(model_.orders, [](auto& one) { return one.state == OrderState::unpaid; });
  auto& order = model_.orders.at(id);
  auto channel = channels[pick(std::size(channels))];
  auto now = fair_.clock().now();
  auto known = model_.pending_payment(id, channel);
  if (known && channel != Channel::transfer && model_.payments.at(*known).expires_at <= now + least_time_left)
    known.reset();
  bool is_possible = order.state == OrderState::unpaid && order.expires_at > now;
  auto outcome = outcome_of(
      [&] { fair_.services().payments.begin(participant(order.organization).contact, id, channel); });
  bool is_down = outcome == "payment.gateway_unavailable" && channel != Channel::transfer;
  if (!is_down)
    require_same(outcome, std::string(is_possible ? "" : "order.not_unpaid"), "paying " + id.text);
  if (!is_possible) return outcome;
  auto pending = fair_.services().database->read(
      [&](db::Tx& tx) { return payment::store::find_pending(tx, id, channel); });
  if (!pending) throw Difference("an attempt to pay " + id.text + " is not there");
  if (known) {
    require_same(pending->id.text, known->text, "the attempt under way");
  } else {
    if (auto ended = model_.pending_payment(id, channel))
      model_.payments.at(*ended).state = PaymentState::closed;
    // Whoever changes the way to pay is shown no former code again.
    for (auto& [other, payment] : model_.payments)
      if (payment.order == id && payment.state == PaymentState::pending && payment.channel != channel &&
          payment.channel != Channel::transfer)
        payment.expires_at = now;
    model_.payments[pending->id] = {
        id, channel, pending->number, order.total_fen, 0, PaymentState::pending, pending->expires_at};
  }
  compare_payment(pending->id);
  return outcome;
}

std::optional<RefundId> RandomOperations::find_orphan(const PaymentId& id) {
  payment::RefundFilter filter;
  filter.order_id = model_.payments.at(id).order;
  for (auto& row : fair_.services().refund_cases.list(fair_.office(), filter, {1, 200, ""}).items)
    if (row.payment_id == id && row.kind == RefundKind::orphan) return row.id;
  return std::nullopt;
}

void RandomOperations::expect_orphan(const PaymentId& id) {
  auto& payment = model_.payments.at(id);
  auto orphan = find_orphan(id);
  if (!orphan) throw Difference("the money of " + payment.number + " does not go back");
  model_.refunds[*orphan] = {
      payment.order,        id, payment.channel, RefundKind::orphan, RefundState::processing,
      payment.received_fen, {}};
  compare_refund(*orphan);
}

bool RandomOperations::receive(const PaymentId& id, std::int64_t amount_fen) {
  bool is_orphan = model_.receive(id, amount_fen);
  if (is_orphan) expect_orphan(id);
  compare_payment(id);
  compare_order(model_.payments.at(id).order);
  return is_orphan;
}

void RandomOperations::tell(const PaymentId& id, std::int64_t amount_fen, Instant paid_at) {
  auto& payment = model_.payments.at(id);
  fair_.services().payments.take_notice(payment.channel,
                                        TestProvider::notice_of(payment.number, amount_fen, paid_at));
}

/// The payer pays by phone; one notice in three gets lost, and some pay for what was given up.
std::string RandomOperations::scan() {
  if (model_.payments.empty()) return "none";
  auto id = pick_of(model_.payments, [](auto& one) {
    return one.state == PaymentState::pending && one.channel != Channel::transfer;
  });
  auto& payment = model_.payments.at(id);
  if (payment.channel == Channel::transfer) return "by bank";
  auto& provider = fair_.provider(payment.channel);
  bool is_late = happens(30);
  if (!provider.scan(payment.number, is_late)) return "not payable";
  // Nobody asks about what was given up: that provider tells, sooner or later.
  bool is_lost = payment.state == PaymentState::pending && happens(33);
  if (is_lost) return "notice lost";
  tell(id, payment.amount_fen, fair_.clock().now());
  return receive(id, payment.amount_fen) ? "orphan" : "";
}

std::string RandomOperations::notice_again() {
  if (model_.payments.empty()) return "none";
  auto id = pick_of(model_.payments);
  auto& payment = model_.payments.at(id);
  if (payment.channel == Channel::transfer) return "by bank";
  auto* charge = fair_.provider(payment.channel).find(payment.number);
  if (!charge || charge->state != paygate::ChargeState::paid) return "unpaid";
  tell(id, payment.amount_fen, *charge->paid_at);
  receive(id, payment.amount_fen);
  return "";
}

std::string RandomOperations::notice_of_wrong_amount() {
  if (model_.payments.empty()) return "none";
  auto id = pick_of(model_.payments);
  if (model_.payments.at(id).channel == Channel::transfer) return "by bank";
  tell(id, 1, fair_.clock().now());
  compare_payment(id);
  compare_order(model_.payments.at(id).order);
  return "";
}

/// A line on the bank's statement, matched to a transfer: some people mistype the amount.
std::string RandomOperations::money_by_bank() {
  std::vector<PaymentId> transfers;
  for (auto& [id, payment] : model_.payments)
    if (payment.channel == Channel::transfer && payment.state != PaymentState::paid) transfers.push_back(id);
  if (transfers.empty()) return "none";
  auto id = transfers[transfers.size() - 1 - pick(std::min<std::size_t>(transfers.size(), 10))];
  auto& payment = model_.payments.at(id);
  auto amount = happens(85) ? payment.amount_fen : payment.amount_fen / 2;
  fair_.services().database->write([&](db::Tx& tx) {
    fair_.services().transfers.receive(tx, fair_.office(), *payment::store::find(tx, id), amount,
                                       "B" + std::to_string(++bank_lines_), fair_.clock().now());
  });
  return receive(id, amount) ? "orphan" : "";
}

std::string RandomOperations::ask_for_refund() {
  if (model_.orders.empty()) return "none";
  auto id = pick_of(model_.orders, [&](auto& one) {
    return one.state == OrderState::paid &&
           std::any_of(one.people.begin(), one.people.end(), [&](auto& person) {
             return model_.people.at(person).state == AttendeeState::rejected &&
                    !model_.is_refund_asked_for(person);
           });
  });
  auto& order = model_.orders.at(id);
  std::vector<AttendeeId> wanted;
  std::set<std::string> refusals;
  std::int64_t amount = 0;
  for (std::size_t n = 0; n < order.people.size(); ++n) {
    auto& person = order.people[n];
    auto state = model_.people.contains(person) ? model_.people.at(person).state : AttendeeState::voided;
    bool is_refundable = state == AttendeeState::rejected && !model_.is_refund_asked_for(person);
    if (!is_refundable && !happens(10)) continue;
    if (state != AttendeeState::rejected) refusals.insert("refund.not_rejected");
    if (model_.is_refund_asked_for(person)) refusals.insert("refund.asked_already");
    wanted.push_back(person);
    if (is_refundable) amount += model_.people.at(person).fee_fen;
  }
  if (wanted.empty()) return "nobody";
  if (order.state != OrderState::paid) refusals = {"refund.order_unpaid"};
  payment::Refund asked;
  auto outcome = outcome_of([&] {
    asked = fair_.services().refunds.request(participant(order.organization).contact, fair_.services().orders,
                                             id, wanted, "审核不通过");
  });
  if (refusals.empty() ? !outcome.empty() : !refusals.contains(outcome))
    throw Difference("asking for a refund came to '" + outcome + "'");
  if (!outcome.empty()) return outcome;
  auto& paying = model_.payments.at(asked.payment_id);
  require_same(paying.order.text, id.text, "the order of the refunded payment");
  for (auto& [other, refund] : model_.refunds)
    if (refund.payment == asked.payment_id && refund.kind == RefundKind::orphan)
      throw Difference("a refund is asked of a payment that goes back as a whole");
  model_.refunds[asked.id] = {id,
                              asked.payment_id,
                              paying.channel,
                              RefundKind::rejected,
                              RefundState::requested,
                              amount,
                              {wanted.begin(), wanted.end()}};
  compare_refund(asked.id);
  return outcome;
}

std::string RandomOperations::decide_refund() {
  if (model_.refunds.empty()) return "none";
  auto id = pick_of(model_.refunds, [](auto& one) { return one.state == RefundState::requested; });
  auto& refund = model_.refunds.at(id);
  bool is_approved = happens(70), is_possible = refund.state == RefundState::requested;
  auto outcome = outcome_of(
      [&] { fair_.services().refunds.decide(fair_.office(), id, is_approved, is_approved ? "" : "不符"); });
  require_same(outcome, std::string(is_possible ? "" : "refund.decided"), "deciding " + id.text);
  if (is_possible) refund.state = is_approved ? RefundState::processing : RefundState::refused;
  compare_refund(id);
  return outcome;
}

/// Finance tries a failed one again, or notes what it sent by bank.
std::string RandomOperations::finish_refund() {
  if (model_.refunds.empty()) return "none";
  auto id = pick_of(model_.refunds, [](auto& one) {
    return one.state == (one.channel == Channel::transfer ? RefundState::processing : RefundState::failed);
  });
  auto& refund = model_.refunds.at(id);
  bool is_by_bank = refund.channel == Channel::transfer;
  auto from = is_by_bank ? RefundState::processing : RefundState::failed;
  bool is_possible = refund.state == from;
  auto outcome = outcome_of([&] {
    if (is_by_bank)
      fair_.services().refunds.finish_by_hand(fair_.office(), id, "B" + std::to_string(++bank_lines_));
    else
      fair_.services().refunds.retry(fair_.office(), id);
  });
  require_same(outcome, std::string(is_possible ? "" : "refund.decided"), "finishing " + id.text);
  if (is_possible) refund.state = is_by_bank ? RefundState::done : RefundState::processing;
  compare_refund(id);
  return outcome;
}

std::string RandomOperations::pass_time() {
  fair_.clock().advance(happens(4) ? hours(1 + int(pick(20))) : seconds(1 + int(pick(1200))));
  return "";
}

/// The jobs: they ask providers what nobody told, close what is given up, send money back.
std::string RandomOperations::work() {
  fair_.services().payments.enqueue_due();
  fair_.services().refunds.enqueue_due();
  fair_.services().runner.run_due();
  follow_payments();
  follow_refunds();
  return "";
}

/// Which attempts the jobs found paid, or closed: each must be what the provider says.
void RandomOperations::follow_payments() {
  std::vector<PaymentId> found_paid;
  for (auto& [id, known] : model_.payments) {
    if (known.state != PaymentState::pending || known.channel == Channel::transfer) continue;
    auto actual = fair_.services().database->read([&](db::Tx& tx) { return payment::store::find(tx, id); });
    if (actual->state == PaymentState::pending) continue;
    auto* charge = fair_.provider(known.channel).find(known.number);
    bool is_paid = charge && charge->state == paygate::ChargeState::paid;
    require_same(actual->state, is_paid ? PaymentState::paid : PaymentState::closed,
                 "what became of " + known.number);
    if (is_paid) {
      found_paid.push_back(id);
    } else {
      if (charge && charge->state != paygate::ChargeState::closed) require_given_up(known);
      known.state = PaymentState::closed;
    }
  }
  // Of two that came for one order, the one that settled it is the order's own; the other goes back.
  std::stable_partition(found_paid.begin(), found_paid.end(), [&](auto& id) { return settles_order(id); });
  for (auto& id : found_paid) receive(id, model_.payments.at(id).amount_fen);
}

/// Of an attempt that was closed while the provider still waits: its order is no longer to be paid, its time
/// is over, or another attempt settled the order in this very run.
void RandomOperations::require_given_up(const Payment& payment) {
  bool is_over = model_.orders.at(payment.order).state != OrderState::unpaid ||
                 payment.expires_at <= fair_.clock().now();
  if (!is_over) require_same(order_state(payment.order), OrderState::paid, "the order of a closed attempt");
}

OrderState RandomOperations::order_state(const OrderId& id) {
  return fair_.services().orders.get(fair_.office(), id).order.state;
}

bool RandomOperations::settles_order(const PaymentId& id) {
  return order_state(model_.payments.at(id).order) == OrderState::paid && !find_orphan(id);
}

void RandomOperations::follow_refunds() {
  for (auto& [id, known] : model_.refunds) {
    if (known.state != RefundState::processing || known.channel == Channel::transfer) continue;
    auto actual =
        *fair_.services().database->read([&](db::Tx& tx) { return payment::store::find_refund(tx, id); });
    bool is_possible = actual.state == RefundState::processing || actual.state == RefundState::done ||
                       actual.state == RefundState::failed;
    if (!is_possible)
      throw Difference("the refund " + id.text + " is " + std::string(enum_name(actual.state)));
    known.state = actual.state;
    compare_refund(id);
  }
}

}  // namespace expogate::operations
