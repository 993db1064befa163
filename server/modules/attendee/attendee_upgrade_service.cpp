#include "attendee/attendee_upgrade_service.h"

#include "attendee/attendee_history.h"
#include "attendee/attendee_store.h"
#include "audit/audit.h"

namespace expogate::attendee {

const ErrorCode* upgrade_refusal(AttendeeState state, BadgeType from, BadgeType to) {
  using enum AttendeeState;
  if (state == voided || state == rejected || state == pending_confirmation) return &upgrade_ended;
  return to > from ? nullptr : &upgrade_not_up;
}

void AttendeeUpgradeService::upgrade_one(db::Tx& tx, const Caller& caller, const Attendee& before,
                                         BadgeType type) {
  if (caller.scope.level != Scope::Level::group) throw NotAllowed();
  Detail name = name_of(before, caller.locale);
  if (auto* refusal = upgrade_refusal(before.state, before.badge_type, type)) throw Refusal(*refusal);
  if (auto order = orders_.find_number(tx, before.id))
    throw Refusal(attendee_in_order, {{"name", name}, {"order", *order}});
  // First: of two who deal with this person at one moment, one reads again.
  if (!store::touch(tx, before.id, before.state, before.version)) throw Stale();
  places_.upgrade(tx, caller, before.edition_id, before.id.text, type);
  auto after = before;
  after.badge_type = type;
  // The old badge shows another type, so it is not used again (ATT-07).
  after.is_reuse = false;
  bool is_unpaid = is_editable(before.state) && before.state != AttendeeState::returned;
  if (is_unpaid) after.fee_fen = attendees_.fee_now(tx, after);
  // It is free: there is nothing for the group to decide.
  if (before.state == AttendeeState::awaiting_group)
    after.state = *next_state(before.state, AttendeeAction::hand_to_payment);
  expect(store::change(tx, after, before.version + 1), "a row that was touched stays");
  auto now = clock_.now();
  std::string words(enum_words(type, Locale::zh_cn));
  store::add_history(tx, before.id, caller.account,
                     {AttendeeEvent::upgraded, now, caller.name, before.state, after.state, words});
  audit::record(
      tx, caller, now,
      {"attendee_upgraded", "attendee", before.id.text, "升级人员标签 " + before.number + ": " + words,
       audit::snapshot(snapshot_of(before)), audit::snapshot(snapshot_of(after))});
  facts_.publish(tx, AttendeeUpgraded{before.id, after.state});
}

std::vector<wire::BatchOutcome> AttendeeUpgradeService::upgrade(const Caller& caller,
                                                                const std::vector<AttendeeId>& ids,
                                                                BadgeType type) {
  wire::require_batch("attendees", ids);
  return database_.write([&](db::Tx& tx) {
    auto found = store::list_by_ids(tx, caller.scope, ids);
    return wire::do_each(tx, ids, found, caller.locale,
                         [&](const Attendee& a) { upgrade_one(tx, caller, a, type); });
  });
}

}  // namespace expogate::attendee
