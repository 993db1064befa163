#include "attendee/attendee_history.h"
#include "attendee/attendee_service.h"
#include "attendee/attendee_store.h"

// How people come into orders, and out of them paid (ORD-01, ORD-06).
namespace expogate::attendee {

using organization::Organization;

Attendee AttendeeService::require_orderable(db::Tx& tx, const Caller& caller, const Attendee& a,
                                            const FormFacts& facts) {
  refuse_locked(tx, caller, a);
  if (a.state != AttendeeState::awaiting_payment)
    throw Refusal(attendee_not_payable, {{"name", name_of(a, caller.locale)},
                                         {"state", std::string(enum_words(a.state, caller.locale))}});
  if (!wrong_fields(form_of(a, cipher_), facts).empty()) throw Refusal(attendee_incomplete);
  auto payable = a;
  payable.fee_fen = fee_of(facts.priced_options, a);
  if (is_free(payable)) throw Refusal(attendee_free);
  return payable;
}

std::vector<wire::BatchOutcome> AttendeeService::check_for_order(db::Tx& tx, const Caller& caller,
                                                                 const Organization& own,
                                                                 const std::vector<AttendeeId>& ids,
                                                                 std::vector<Attendee>& orderable) {
  auto facts = facts_for(tx, own);
  auto found = store::list_by_ids(tx, Scope::of(own.id), ids);
  return wire::judge_each(ids, found, caller.locale, [&](const Attendee& a) {
    orderable.push_back(require_orderable(tx, caller, a, facts));
  });
}

std::vector<Attendee> AttendeeService::take_into_order(db::Tx& tx, const Caller& caller,
                                                       const Organization& own,
                                                       const std::vector<AttendeeId>& ids) {
  auto facts = facts_for(tx, own);
  auto found = store::list_by_ids(tx, Scope::of(own.id), ids);
  if (found.size() != ids.size()) throw NotFound();
  std::vector<Attendee> taken;
  for (auto& a : found) {
    auto payable = require_orderable(tx, caller, a, facts);
    bool is_same_fee = payable.fee_fen == a.fee_fen;
    bool is_ours =
        is_same_fee ? store::touch(tx, a.id, a.state, a.version) : store::change(tx, payable, a.version);
    if (!is_ours) throw Stale();
    taken.push_back(std::move(payable));
  }
  return taken;
}

void AttendeeService::submit_paid(db::Tx& tx, const Caller& system, const std::vector<AttendeeId>& ids) {
  auto now = clock_.now();
  for (auto& id : ids) {
    auto from = AttendeeState::awaiting_payment, to = *next_state(from, AttendeeAction::submit);
    expect(store::change_state(tx, id, from, to, now),
           "whoever stands in an unpaid order waits for its payment");
    store::add_history(tx, id, system.account, {AttendeeEvent::submitted, now, system.name, from, to, ""});
    facts_.publish(tx, AttendeeSubmitted{id});
  }
}

std::set<AttendeeId> AttendeeService::list_rejected(db::Tx& tx, const std::vector<AttendeeId>& ids) {
  auto rejected = store::list_rejected(tx, ids);
  return {rejected.begin(), rejected.end()};
}

}  // namespace expogate::attendee
