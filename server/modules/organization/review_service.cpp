#include "organization/review_service.h"

#include "audit/audit.h"
#include "base/text.h"
#include "organization/history.h"
#include "organization/organization_store.h"

namespace expogate::organization {
namespace {

HistoryEvent event_of(OrganizationAction action) {
  switch (action) {
    case OrganizationAction::pass_first:
      return HistoryEvent::passed_first;
    case OrganizationAction::reject:
      return HistoryEvent::rejected;
    case OrganizationAction::return_for_changes:
      return HistoryEvent::returned;
    default:
      return HistoryEvent::approved;
  }
}

Details state_details(const Organization& o, Locale locale) {
  return {{"state", std::string(enum_words(o.state, locale))}};
}

}  // namespace

/// ORG-07: the second of two reviewers is told the first one's verdict.
void ReviewService::refuse_decided(db::Tx& tx, const Caller& caller, const Organization& o) {
  auto last = store::find_last_verdict(tx, o.id);
  if (!last || last->state_after != o.state) throw Refusal(review_not_yours, state_details(o, caller.locale));
  throw Refusal(review_decided, {{"actor", last->actor_name},
                                 {"at", fair_text(last->at)},
                                 {"verdict", std::string(enum_words(o.state, caller.locale))},
                                 {"state", std::string(enum_name(o.state))},
                                 {"opinion", last->opinion}});
}

Organization ReviewService::review(const Caller& caller, const OrganizationId& id, ReviewVerdict verdict,
                                   const std::string& opinion, std::int64_t version) {
  if (verdict != ReviewVerdict::approve && trimmed(opinion).empty())
    throw ValidationError("opinion", opinion_required);
  return database_.write([&](db::Tx& tx) {
    if (caller.scope.level == Scope::Level::group)
      editions_.require_open(tx, caller.edition, edition::WindowKind::group_actions);
    auto organization = store::get(tx, caller.scope, id);
    if (!stage_for(caller.scope, organization)) refuse_decided(tx, caller, organization);
    if (organization.version != version) throw Stale();
    auto action = action_of(verdict, organization);
    auto next = next_state(organization.state, action);
    expect(next.has_value(), "whoever may review finds a way in the table");
    auto now = clock_.now();
    // Between the reading and here another reviewer may have been faster.
    if (!store::change_state(tx, id, organization.state, *next, now))
      refuse_decided(tx, caller, store::get(tx, caller.scope, id));
    store::end_visit(tx, id);
    store::add_history(
        tx, id, caller.account,
        {event_of(action), now, caller.name, organization.state, *next, std::string(trimmed(opinion)), {}});
    auto after = store::get(tx, caller.scope, id);
    audit::record(tx, caller, now,
                  {"organization_reviewed", "organization", id.text,
                   "审核单位 " + organization.number + ": " + std::string(enum_words(verdict, Locale::zh_cn)),
                   audit::snapshot(snapshot_of(organization)), audit::snapshot(snapshot_of(after))});
    if (!awaits_people(*next)) facts_.publish(tx, OrganizationDecided{id, *next});
    messages_.tell(tx, after, *next, opinion);
    return after;
  });
}

Organization ReviewService::lift_rejection(const Caller& caller, const OrganizationId& id,
                                           const std::string& opinion, std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto before = store::get(tx, caller.scope, id);
    auto next = next_state(before.state, OrganizationAction::lift_rejection);
    if (!next) throw Refusal(not_rejected);
    if (before.version != version) throw Stale();
    auto now = clock_.now();
    if (!store::change_state(tx, id, before.state, *next, now)) throw Stale();
    store::add_history(tx, id, caller.account,
                       {HistoryEvent::rejection_lifted, now, caller.name, before.state, *next, opinion, {}});
    auto after = store::get(tx, caller.scope, id);
    audit::record(
        tx, caller, now,
        {"organization_rejection_lifted", "organization", id.text, "撤销审核不通过：" + before.number,
         audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
    messages_.tell(tx, after, *next, opinion);
    return after;
  });
}

std::optional<store::ReviewVisit> ReviewService::open(const Caller& caller, const OrganizationId& id) {
  return database_.write([&](db::Tx& tx) -> std::optional<store::ReviewVisit> {
    auto organization = store::get(tx, caller.scope, id);
    if (!stage_for(caller.scope, organization)) return std::nullopt;
    auto now = clock_.now(), before = now - hand_over_time;
    store::visit(tx, id, caller, now, before);
    auto visit = store::find_visit(tx, id, before);
    if (!visit || visit->account_id == caller.account) return std::nullopt;
    return visit;
  });
}

NextAwaiting ReviewService::find_next(const Caller& caller, const OrganizationFilter& filter,
                                      const std::optional<OrganizationId>& besides) {
  auto awaiting = filter;
  awaiting.awaits_me = true;
  return database_.read([&](db::Tx& tx) {
    return NextAwaiting{store::find_next_awaiting(tx, caller, filter, besides, clock_.now() - hand_over_time),
                        store::count(tx, caller, awaiting)};
  });
}

}  // namespace expogate::organization
