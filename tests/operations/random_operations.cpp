#include "random_operations.h"

#include "group_payment/verification.h"
#include "payment/payment_store.h"
#include "payment/verification.h"
#include "platform/ledger/ledger.h"
#include "quota/verification.h"

namespace expogate::operations {

RandomOperations::RandomOperations(Fair& fair, std::uint64_t seed) : fair_(fair), random_(seed) {
  for (auto& office : fair.offices()) model_.groups.emplace_back().parent = office.parent;
  for (auto& one : fair.participants()) model_.group_of.push_back(one.office);
  model_.limit_of.resize(fair.participants().size());
}

std::string outcome_of(const std::vector<wire::BatchOutcome>& outcomes) {
  return outcomes.front().is_done ? "" : "refused";
}

std::string outcome_of(const std::function<void()>& act) {
  try {
    act();
    return "";
  } catch (const ValidationError& wrong) {
    return std::string(wrong.fields().front().code->code);
  } catch (const Problem& problem) {
    return std::string(problem.code().code);
  }
}

void RandomOperations::step() {
  // Ids grow with time: what is made in one step is older than what is made in the next.
  fair_.clock().advance(Duration{1});
  struct Operation {
    const char* name;
    int weight;
    std::string (RandomOperations::*act)();
  };
  static constexpr Operation operations[] = {
      {"add person", 16, &RandomOperations::add_person},
      {"change option", 6, &RandomOperations::change_option},
      {"remove person", 2, &RandomOperations::remove_person},
      {"review", 12, &RandomOperations::review_person},
      {"void", 6, &RandomOperations::void_person},
      {"submit", 5, &RandomOperations::submit},
      {"give places", 4, &RandomOperations::give_places},
      {"assign places", 7, &RandomOperations::assign_places},
      {"remove quota", 1, &RandomOperations::remove_quota},
      {"upgrade", 7, &RandomOperations::upgrade_person},
      {"move organization", 2, &RandomOperations::move_organization},
      {"permit group payment", 1, &RandomOperations::permit_group_payment},
      {"turn group payment", 3, &RandomOperations::turn_group_payment},
      {"set default limit", 1, &RandomOperations::set_default_limit},
      {"set limit", 2, &RandomOperations::set_limit},
      {"sponsor", 6, &RandomOperations::sponsor},
      {"decline", 3, &RandomOperations::decline},
      {"order", 12, &RandomOperations::create_order},
      {"cancel order", 3, &RandomOperations::cancel_order},
      {"expire orders", 2, &RandomOperations::expire_orders},
      {"begin payment", 12, &RandomOperations::begin_payment},
      {"scan", 14, &RandomOperations::scan},
      {"notice again", 4, &RandomOperations::notice_again},
      {"notice of wrong amount", 2, &RandomOperations::notice_of_wrong_amount},
      {"money by bank", 4, &RandomOperations::money_by_bank},
      {"ask for refund", 6, &RandomOperations::ask_for_refund},
      {"decide refund", 5, &RandomOperations::decide_refund},
      {"finish refund", 4, &RandomOperations::finish_refund},
      {"pass time", 4, &RandomOperations::pass_time},
      {"work", 6, &RandomOperations::work},
  };
  static const int total = [] {
    int sum = 0;
    for (auto& one : operations) sum += one.weight;
    return sum;
  }();
  int drawn = int(pick(std::size_t(total)));
  for (auto& operation : operations) {
    drawn -= operation.weight;
    if (drawn >= 0) continue;
    try {
      auto outcome = (this->*operation.act)();
      ++counts_[std::string(operation.name) + (outcome.empty() ? "" : ": " + outcome)];
    } catch (const Difference& difference) {
      throw Difference(std::string(operation.name) + ": " + difference.what());
    }
    return;
  }
}

void RandomOperations::settle_down() {
  for (auto channel : Fair::online) fair_.provider(channel).be_well(true);
  // Longer than any attempt lasts, and often enough for whatever is asked about less and less often.
  for (int i = 0; i < 8; ++i) {
    fair_.clock().advance(hours(1));
    expire_orders();
    work();
  }
  for (auto& [id, payment] : model_.payments) {
    if (payment.channel == Channel::transfer) continue;
    auto* charge = fair_.provider(payment.channel).find(payment.number);
    bool is_paid_there = charge && charge->state == paygate::ChargeState::paid;
    // A late payer of what was given up is found by the provider's notice, which may still be to come.
    if (is_paid_there && payment.state == PaymentState::closed) continue;
    require_same(payment.state == PaymentState::paid, is_paid_there, "what is known of " + payment.number);
    if (payment.state == PaymentState::pending) throw Difference(payment.number + " is still pending");
  }
  for (auto& [id, refund] : model_.refunds)
    if (refund.channel != Channel::transfer && refund.state == RefundState::processing)
      throw Difference("the refund " + id.text + " is still under way");
  for (auto channel : Fair::online) fair_.provider(channel).be_well(false);
}

void RandomOperations::compare_person(const AttendeeId& id) {
  auto& known = model_.people.at(id);
  auto actual = fair_.services().attendees.get_own(participant(known.organization).contact, id);
  require_same(actual.state, known.state, "the state of " + actual.number);
  require_same(actual.fee_fen, known.fee_fen, "the fee of " + actual.number);
  require_same(actual.badge_type, known.badge_type, "the badge of " + actual.number);
  require_same(actual.sponsorship == known.sponsorship, true, "the sponsorship of " + actual.number);
  require_same(actual.entry_option_id->text, fair_.options()[known.option].text,
               "the dates of " + actual.number);
}

void RandomOperations::compare_order(const OrderId& id) {
  auto& known = model_.orders.at(id);
  auto actual = fair_.services().orders.get(fair_.office(), id);
  require_same(actual.order.state, known.state, "the state of " + actual.order.number);
  require_same(actual.order.total_fen, known.total_fen, "the total of " + actual.order.number);
  require_same(actual.items.size(), known.people.size(), "the people of " + actual.order.number);
  for (auto& person : known.people)
    if (model_.people.contains(person)) compare_person(person);
  compare_ledger(id);
}

void RandomOperations::compare_payment(const PaymentId& id) {
  auto& known = model_.payments.at(id);
  auto actual = *fair_.services().database->read([&](db::Tx& tx) { return payment::store::find(tx, id); });
  require_same(actual.state, known.state, "the state of " + actual.number);
  require_same(actual.received_fen, known.received_fen, "what came for " + actual.number);
  require_same(actual.amount_fen, known.amount_fen, "the amount of " + actual.number);
}

void RandomOperations::compare_refund(const RefundId& id) {
  auto& known = model_.refunds.at(id);
  auto actual =
      *fair_.services().database->read([&](db::Tx& tx) { return payment::store::find_refund(tx, id); });
  require_same(actual.state, known.state, "the state of " + actual.number);
  require_same(actual.amount_fen, known.amount_fen, "the amount of " + actual.number);
  compare_ledger(known.order);
}

void RandomOperations::compare_ledger(const OrderId& order) {
  auto account = fair_.services().database->read(
      [&](db::Tx& tx) { return ledger::find_account(tx, {payment::ledger_order(order)}); });
  require_same(account ? account->available() : 0, model_.order_holds_fen(order), "what the order holds");
}

void RandomOperations::compare_all() {
  for (auto& [id, one] : model_.people) compare_person(id);
  for (auto& [id, one] : model_.orders) compare_order(id);
  for (auto& [id, one] : model_.payments) compare_payment(id);
  for (auto& [id, one] : model_.refunds) compare_refund(id);
  for (std::size_t group = 0; group < model_.groups.size(); ++group) compare_group_payment(group);
  compare_places();
}

void RandomOperations::verify_books() {
  auto wrong = fair_.services().database->read([](db::Tx& tx) {
    auto found = payment::verify(tx);
    for (auto& lines : {ledger::verify(tx), quota::verify(tx), group_payment::verify(tx)})
      found.insert(found.end(), lines.begin(), lines.end());
    return found;
  });
  if (!wrong.empty()) throw Difference(wrong.front());
  for (auto channel : {Channel::alipay, Channel::wechat, Channel::unionpay, Channel::transfer}) {
    auto account = fair_.services().database->read(
        [&](db::Tx& tx) { return ledger::find_account(tx, {payment::ledger_channel(channel)}); });
    auto booked = account ? account->debits_posted - account->credits_posted : 0;
    require_same(booked, model_.holds_fen(channel), "the money of " + std::string(enum_name(channel)));
    if (channel == Channel::transfer) continue;
    // What the provider has and we do not know of: notices that were lost and nobody has asked about yet.
    auto untold = fair_.provider(channel).holds_fen() - booked;
    for (auto& [id, payment] : model_.payments) {
      auto* charge = payment.channel == channel ? fair_.provider(channel).find(payment.number) : nullptr;
      if (charge && charge->state == paygate::ChargeState::paid && payment.state != PaymentState::paid)
        untold -= charge->amount_fen;
    }
    // And what it has sent back already while its answer was lost.
    std::int64_t on_the_way = 0;
    for (auto& [id, refund] : model_.refunds)
      if (refund.channel == channel && refund.state == RefundState::processing)
        on_the_way += refund.amount_fen;
    if (untold > 0 || untold < -on_the_way)
      throw Difference("the provider " + std::string(enum_name(channel)) + " has " + std::to_string(untold) +
                       " fen more than the books say");
  }
}

}  // namespace expogate::operations
