#include "attendee/attendee_review_service.h"

#include <algorithm>

#include "attendee/attendee_history.h"
#include "attendee/attendee_store.h"
#include "audit/audit.h"
#include "base/text.h"

namespace expogate::attendee {
namespace {

AttendeeEvent event_of(AttendeeState verdict) {
  if (verdict == AttendeeState::approved) return AttendeeEvent::approved;
  return verdict == AttendeeState::rejected ? AttendeeEvent::rejected : AttendeeEvent::returned;
}

// ATT-09
void require_identity(const Caller& caller, const Attendee& a) {
  if (!blocks_approval(a.identity_state)) return;
  throw Refusal(identity_not_verified, identity_details(a.identity_finding, caller.locale));
}

[[noreturn]] void refuse_decided(db::Tx& tx, const Caller& caller, const Attendee& a) {
  auto last = store::find_last_verdict(tx, a.id);
  if (!last || last->state_after != a.state) throw Refusal(attendee_not_awaiting);
  throw Refusal(attendee_decided, {{"actor", last->actor_name},
                                   {"at", fair_text(last->at)},
                                   {"verdict", std::string(enum_words(a.state, caller.locale))},
                                   {"state", std::string(enum_name(a.state))},
                                   {"opinion", last->opinion}});
}

}  // namespace

void AttendeeReviewService::decide(db::Tx& tx, const Caller& caller, const Attendee& a, ReviewVerdict verdict,
                                   const std::string& opinion) {
  auto next = next_state(a.state, action_of(verdict));
  if (!next) refuse_decided(tx, caller, a);
  if (*next == AttendeeState::approved) require_identity(caller, a);
  auto now = clock_.now();
  if (!store::change_state(tx, a.id, a.state, *next, now)) {
    auto changed = store::get(tx, caller.scope, a.id);
    if (changed.state == a.state) require_identity(caller, changed);
    refuse_decided(tx, caller, changed);
  }
  store::end_visit(tx, a.id);
  if (*next == AttendeeState::rejected) places_.give_back(tx, caller, a.id.text);
  store::add_history(tx, a.id, caller.account, {event_of(*next), now, caller.name, a.state, *next, opinion});
  audit::record(
      tx, caller, now,
      {"attendee_reviewed", "attendee", a.id.text,
       "审核人员 " + a.number + ": " + std::string(enum_words(*next, Locale::zh_cn)),
       audit::snapshot(snapshot_of(a)), audit::snapshot(snapshot_of(store::get(tx, caller.scope, a.id)))});
  facts_.publish(tx, AttendeeDecided{a.id, *next});
  messages_.tell(tx, a, *next, opinion);
}

void AttendeeReviewService::review(const Caller& caller, const AttendeeId& id, ReviewVerdict verdict,
                                   const std::string& typed, std::int64_t version) {
  auto opinion = std::string(trimmed(typed));
  if (verdict != ReviewVerdict::approve && opinion.empty())
    throw ValidationError("opinion", organization::opinion_required);
  database_.write([&](db::Tx& tx) {
    auto a = store::get(tx, caller.scope, id);
    if (a.state != AttendeeState::awaiting_review) refuse_decided(tx, caller, a);
    if (a.version != version) throw Stale();
    decide(tx, caller, a, verdict, opinion);
  });
}

std::vector<wire::BatchOutcome> AttendeeReviewService::approve(const Caller& caller,
                                                               const std::vector<AttendeeId>& ids) {
  wire::require_batch("attendees", ids);
  return database_.write([&](db::Tx& tx) {
    auto found = store::list_by_ids(tx, caller.scope, ids);
    return wire::do_each(tx, ids, found, caller.locale,
                         [&](const Attendee& a) { decide(tx, caller, a, ReviewVerdict::approve, ""); });
  });
}

void AttendeeReviewService::void_one(db::Tx& tx, const Caller& caller, const Attendee& a,
                                     const std::string& reason) {
  auto next = next_state(a.state, AttendeeAction::void_attendee);
  if (!next) throw Refusal(attendee_voided_already);
  if (auto order = orders_.find_number(tx, a.id))
    throw Refusal(attendee_in_order, {{"name", name_of(a, caller.locale)}, {"order", *order}});
  auto now = clock_.now();
  // The version too: an order may be taking the person in at this moment.
  if (!store::change_state(tx, a.id, a.state, *next, now, a.version)) throw Stale();
  places_.give_back(tx, caller, a.id.text);  // QTA-04
  store::add_history(tx, a.id, caller.account,
                     {AttendeeEvent::voided, now, caller.name, a.state, *next, reason});
  audit::record(
      tx, caller, now,
      {"attendee_voided", "attendee", a.id.text, "注销人员 " + a.number + "，理由：" + reason,
       audit::snapshot(snapshot_of(a)), audit::snapshot(snapshot_of(store::get(tx, caller.scope, a.id)))});
  facts_.publish(tx, AttendeeVoided{a.id});
}

std::vector<wire::BatchOutcome> AttendeeReviewService::void_attendees(const Caller& caller,
                                                                      const std::vector<AttendeeId>& ids,
                                                                      const std::string& reason) {
  wire::require_batch("attendees", ids);
  return database_.write([&](db::Tx& tx) {
    auto found = store::list_by_ids(tx, caller.scope, ids);
    return wire::do_each(tx, ids, found, caller.locale,
                         [&](const Attendee& a) { void_one(tx, caller, a, reason); });
  });
}

std::optional<store::AttendeeVisit> AttendeeReviewService::open(const Caller& caller, const AttendeeId& id) {
  return database_.write([&](db::Tx& tx) -> std::optional<store::AttendeeVisit> {
    auto a = store::get(tx, caller.scope, id);
    if (a.state != AttendeeState::awaiting_review) return std::nullopt;
    auto now = clock_.now(), before = now - organization::hand_over_time;
    store::visit(tx, id, caller, now, before);
    auto visit = store::find_visit(tx, id, before);
    if (!visit || visit->account_id == caller.account) return std::nullopt;
    return visit;
  });
}

NextAttendee AttendeeReviewService::find_next(const Caller& caller, const AttendeeFilter& filter,
                                              const std::vector<std::string>& documents,
                                              const std::optional<AttendeeId>& besides) {
  auto awaiting = filter;
  awaiting.awaits_me = true;
  return database_.read([&](db::Tx& tx) {
    auto visited_after = clock_.now() - organization::hand_over_time;
    return NextAttendee{store::find_next_awaiting(tx, caller, filter, documents, besides, visited_after),
                        store::list(tx, caller, awaiting, documents, {1, 1, ""}).total};
  });
}

}  // namespace expogate::attendee
