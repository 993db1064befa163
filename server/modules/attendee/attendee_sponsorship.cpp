#include "attendee/attendee_history.h"
#include "attendee/attendee_service.h"
#include "attendee/attendee_store.h"
#include "audit/audit.h"

namespace expogate::attendee {
namespace {

struct Decision {
  AttendeeAction action;
  Sponsorship sponsorship;
  AttendeeEvent event;
  const char *audit_action, *words;
};

constexpr Decision to_sponsor{AttendeeAction::submit, Sponsorship::sponsored, AttendeeEvent::sponsored,
                              "attendee_sponsored", "确认代付 "};
constexpr Decision to_decline{AttendeeAction::hand_to_payment, Sponsorship::declined, AttendeeEvent::declined,
                              "attendee_declined", "取消代付 "};

/// The state first, by compare-and-set: of two who decide at one moment one does.
void decide(db::Tx& tx, const Caller& group, const Attendee& a, const Decision& decision, Instant now) {
  auto next = next_state(AttendeeState::awaiting_group, decision.action);
  if (!store::change_state(tx, a.id, AttendeeState::awaiting_group, *next, now, a.version)) throw Stale();
  expect(store::decide_sponsorship(tx, a.id, decision.sponsorship, group.scope.group, now),
         "whoever waits for the group has no decision");
  store::add_history(tx, a.id, group.account, {decision.event, now, group.name, a.state, *next, ""});
  audit::record(tx, group, now, {decision.audit_action, "attendee", a.id.text, decision.words + a.number});
}

}  // namespace

void AttendeeService::sponsor(db::Tx& tx, const Caller& group, const Attendee& a) {
  decide(tx, group, a, to_sponsor, clock_.now());
  facts_.publish(tx, AttendeeSubmitted{a.id});
}

void AttendeeService::leave_to_pay(db::Tx& tx, const Caller& system, const OrganizationId& organization) {
  auto now = clock_.now();
  for (auto& a : store::list_awaiting_group(tx, organization)) {
    auto next = *next_state(a.state, AttendeeAction::hand_to_payment);
    if (!store::change_state(tx, a.id, a.state, next, now, a.version)) continue;
    store::add_history(tx, a.id, system.account,
                       {AttendeeEvent::changed, now, system.name, a.state, next, ""});
    audit::record(tx, system, now,
                  {"attendee_left_to_pay", "attendee", a.id.text, "单位改属，转为自行付款 " + a.number});
  }
}

void AttendeeService::decline(db::Tx& tx, const Caller& group, const Attendee& a) {
  decide(tx, group, a, to_decline, clock_.now());
  if (a.document_index) store::note_declined(tx, a.edition_id, *a.document_index, clock_.now());
}

bool AttendeeService::was_declined(db::Tx& tx, const Attendee& a) {
  return a.document_index && store::was_declined(tx, a.edition_id, *a.document_index);
}

}  // namespace expogate::attendee
