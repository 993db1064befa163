#include "payment/payment_service.h"

#include "audit/audit.h"
#include "base/the_system.h"
#include "payment/bank_transfer.h"
#include "payment/notice_store.h"
#include "payment/payment_store.h"
#include "platform/ledger/ledger.h"
#include "platform/log/log.h"

namespace expogate::payment {

struct CheckPayload {
  PaymentId payment_id;
};
BOOST_DESCRIBE_STRUCT(CheckPayload, (), (payment_id))

namespace {

constexpr int due_at_once = 100;
/// An attempt's number is its order's and these: 30 characters, where the strictest provider takes 32.
constexpr std::size_t attempt_digits = 8;
/// An attempt that ends so soon is not shown again.
constexpr Duration least_time_left = minutes(1);

CashierPage page_of(const paygate::Cashier& cashier) {
  if (auto* code = std::get_if<paygate::QrCode>(&cashier)) return {code->text, "", {}};
  auto& page = std::get<paygate::GatewayPage>(cashier);
  CashierPage shown{"", page.address, {}};
  for (auto& [name, value] : page.fields) shown.fields.push_back({name, value});
  return shown;
}

std::string number_of(const paygate::NoticeReading& reading) {
  if (auto* charge = std::get_if<paygate::ChargeNotice>(&reading)) return charge->number;
  if (auto* refund = std::get_if<paygate::RefundNotice>(&reading)) return refund->number;
  return "";
}

}  // namespace

paygate::PaymentGateway& provider_of(const Gateways& gateways, Channel channel) {
  auto found = gateways.find(channel);
  if (found == gateways.end()) throw Refusal(channel_not_offered);
  return *found->second.provider;
}

std::vector<std::pair<Channel, bool>> PaymentService::list_channels() const {
  std::vector<std::pair<Channel, bool>> channels;
  for (auto& [channel, gateway] : gateways_) channels.emplace_back(channel, gateway.is_sandbox());
  channels.emplace_back(Channel::transfer, false);
  return channels;
}

Payment PaymentService::open_attempt(const Caller& caller, const OrderId& id, Channel channel) {
  return database_.write([&](db::Tx& tx) {
    editions_.require_open(tx, caller.edition, edition::WindowKind::payment);
    auto order = orders_.require_own(tx, caller, id);
    auto now = clock_.now();
    if (order.state != order::OrderState::unpaid || order.expires_at <= now)
      throw Refusal(order::order_not_unpaid,
                    {{"state", std::string(enum_words(order.state, caller.locale))}});
    auto pending = store::find_pending(tx, id, channel);
    if (pending && (channel == Channel::transfer || pending->expires_at > now + least_time_left))
      return *pending;
    // What comes for the old one still counts; only nobody is shown it any more.
    if (pending) store::mark_ended(tx, pending->id, PaymentState::closed, "");
    // Whoever changes the way to pay gets a new code, and the former ones are closed with their providers.
    for (auto& former : store::list_of_order(tx, id))
      if (former.state == PaymentState::pending && former.channel != Channel::transfer &&
          former.channel != channel)
        store::expire_now(tx, former.id, now);
    Payment payment;
    payment.id = new_id<PaymentId>(now);
    payment.order_id = id;
    payment.channel = channel;
    payment.amount_fen = order.total_fen;
    payment.created_at = now;
    if (channel == Channel::transfer) {
      payment.number = new_transfer_reference();
      payment.expires_at = order.expires_at;
    } else {
      payment.number = order.number + random_digits(attempt_digits);
      payment.is_sandbox = gateways_.at(channel).is_sandbox();
      payment.expires_at = std::min(order.expires_at, now + attempt_time);
      payment.check_at = now + wait_before_check({});
    }
    store::add(tx, payment);
    audit::record(tx, caller, now,
                  {"payment_begun", "payment", payment.id.text,
                   "发起支付 " + order.number + ": " + std::string(enum_words(channel, Locale::zh_cn))});
    return payment;
  });
}

Payment PaymentService::begin(const Caller& caller, const OrderId& id, Channel channel) {
  if (channel != Channel::transfer) provider_of(gateways_, channel);
  auto payment = open_attempt(caller, id, channel);
  if (channel == Channel::transfer || payment.cashier_json) return payment;
  auto subject = database_.read([&](db::Tx& tx) { return "Expogate " + orders_.get(tx, id).number; });
  auto cashier = provider(channel).begin(
      {payment.number, payment.amount_fen, subject, payment.created_at, payment.expires_at,
       public_url_ + "/api/v1/payment_notices/" + std::string(enum_name(channel)),
       public_url_ + "/api/v1/payment_returns/" + id.text, caller.ip});
  if (!cashier) {
    database_.write([&](db::Tx& tx) {
      auto& failure = cashier.failure();
      if (failure.is_permanent)
        store::mark_ended(tx, payment.id, PaymentState::failed, failure.reason);
      else
        store::note_error(tx, payment.id, failure.reason);
    });
    throw Problem(503, gateway_unavailable);
  }
  return database_.write([&](db::Tx& tx) {
    store::note_cashier(tx, payment.id, wire::to_json(page_of(cashier.value())));
    return *store::find(tx, payment.id);
  });
}

Payment PaymentService::get_own(const Caller& caller, const PaymentId& id) {
  return database_.read([&](db::Tx& tx) {
    auto payment = store::find(tx, id);
    if (!payment) throw NotFound();
    orders_.require_own(tx, caller, payment->order_id);
    return *payment;
  });
}

std::vector<Payment> PaymentService::list_of_order(const OrderId& order) {
  return database_.read([&](db::Tx& tx) { return store::list_of_order(tx, order); });
}

void PaymentService::receive(db::Tx& tx, const Payment& p, const paygate::ChargeStatus& s) {
  auto now = clock_.now();
  auto paid_at = s.paid_at.value_or(now);
  if (!store::mark_paid(tx, p.id, s.amount_fen, s.gateway_number, paid_at)) return;  // told before
  ledger::AccountKey from{ledger_channel(p.channel)}, to{ledger_order(p.order_id)};
  ledger::open_account(tx, from, "CNY", ledger::Guard::none, now);
  ledger::open_account(tx, to, "CNY", ledger::Guard::debits_must_not_exceed_credits, now);
  ledger::transfer(tx, {"payment/" + p.id.text, from, to, s.amount_fen, "payment", p.order_id.text, {}}, now);
  audit::record(tx, the_system(), now,
                {"payment_received", "payment", p.id.text,
                 "收到款项 " + p.number + ": " + std::string(enum_words(p.channel, Locale::zh_cn))});
  bool is_right = s.amount_fen == orders_.get(tx, p.order_id).total_fen;
  // ORD-05: money for a closed or paid order, or another amount, goes back by itself.
  if (!is_right || !orders_.settle(tx, p.order_id, p.channel, paid_at))
    refunds_.give_back(tx, p, s.amount_fen);
}

void PaymentService::apply(db::Tx& tx, const Payment& p, const paygate::ChargeStatus& s) {
  using paygate::ChargeState;
  if (s.state == ChargeState::paid) return receive(tx, p, s);
  // `refunded` says that nothing is left of the money: an attempt that never was paid here ends, and one that
  // was is followed by its refunds.
  if (s.state == ChargeState::closed || s.state == ChargeState::refunded)
    store::mark_ended(tx, p.id, PaymentState::closed, "");
}

NoticeOutcome PaymentService::take(db::Tx& tx, Channel channel, const paygate::ChargeNotice& notice) {
  auto payment = store::find_by_number(tx, notice.number);
  // One provider's word says nothing about another's attempt, however well it is signed.
  if (!payment || payment->channel != channel) return NoticeOutcome::unknown_number;
  if (notice.status.state == paygate::ChargeState::paid && notice.status.amount_fen != payment->amount_fen) {
    store::check_at(tx, payment->id, clock_.now());
    return NoticeOutcome::amount_differs;
  }
  apply(tx, *payment, notice.status);
  return NoticeOutcome::applied;
}

NoticeOutcome PaymentService::take(db::Tx& tx, Channel channel, const paygate::RefundNotice& notice) {
  auto refund = store::find_refund_by_number(tx, notice.number);
  if (!refund || store::find(tx, refund->payment_id)->channel != channel)
    return NoticeOutcome::unknown_number;
  refunds_.apply(tx, *refund, notice.status);
  return NoticeOutcome::applied;
}

NoticeOutcome PaymentService::take(db::Tx& tx, Channel channel, const paygate::NoticeReading& reading) {
  if (auto* charge = std::get_if<paygate::ChargeNotice>(&reading)) return take(tx, channel, *charge);
  if (auto* refund = std::get_if<paygate::RefundNotice>(&reading)) return take(tx, channel, *refund);
  return NoticeOutcome::ignored;
}

paygate::NoticeAnswer PaymentService::take_notice(Channel channel, const paygate::NoticeRequest& request) {
  auto& gateway = provider(channel);
  auto reading = gateway.read_notice(request, clock_.now());
  if (auto* refusal = std::get_if<paygate::NoticeRefusal>(&reading)) {
    log::warn(
        "payment_notice_refused",
        {{"channel", enum_name(channel)}, {"fault", enum_name(refusal->fault)}, {"reason", refusal->reason}});
    return gateway.answer(false);
  }
  auto outcome = database_.write([&](db::Tx& tx) {
    auto taken = take(tx, channel, reading);
    store::keep_notice(tx, cipher_, channel, number_of(reading), taken, request.body, clock_.now());
    return taken;
  });
  return gateway.answer(outcome != NoticeOutcome::unknown_number);
}

void PaymentService::hurry(db::Tx& tx, const OrderId& order) {
  for (auto& payment : store::list_of_order(tx, order)) {
    if (payment.state != PaymentState::pending) continue;
    if (payment.channel == Channel::transfer)
      store::mark_ended(tx, payment.id, PaymentState::closed, "");
    else
      store::check_at(tx, payment.id, clock_.now());
  }
  // Nobody is asked any more whether it has arrived; if it does, it goes back.
  if (auto announced = store::find_open_transfer(tx, order))
    store::decide_transfer(tx, announced->id, TransferState::closed, "", the_system().account, clock_.now());
}

void PaymentService::enqueue_due() {
  auto now = clock_.now();
  database_.write([&](db::Tx& tx) {
    for (auto& id : store::take_due(tx, now, now + minutes(1), due_at_once))
      jobs::add_job(tx, check_job, wire::to_json(CheckPayload{id}), now, now, 1);
  });
}

void PaymentService::check(const jobs::JobRow& job) {
  auto id = wire::from_json<CheckPayload>(job.payload).payment_id;
  auto [payment, is_over] = database_.read([&](db::Tx& tx) {
    auto found = *store::find(tx, id);
    bool is_closed = orders_.get(tx, found.order_id).state != order::OrderState::unpaid;
    return std::pair(found, is_closed || found.expires_at <= clock_.now());
  });
  if (payment.state != PaymentState::pending) return;
  auto& gateway = provider(payment.channel);
  auto status = is_over ? gateway.close(payment.number, payment.created_at)
                        : gateway.query(payment.number, payment.created_at);
  database_.write([&](db::Tx& tx) {
    if (!status) return store::note_error(tx, id, status.failure().reason);
    apply(tx, payment, status.value());
    // Nothing that the provider could close: it ends by itself, and what still comes goes back.
    if (is_over)
      store::mark_ended(tx, id, PaymentState::closed, "");
    else
      store::check_at(tx, id, clock_.now() + wait_before_check(clock_.now() - payment.created_at));
  });
}

}  // namespace expogate::payment
