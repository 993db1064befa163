#include "organization/move_service.h"

#include "audit/audit.h"
#include "organization/form_service.h"
#include "organization/history.h"
#include "organization/organization_store.h"

namespace expogate::organization {

void MoveService::require_reach(db::Tx& tx, const Caller& caller, const TradingGroupId& target) {
  bool is_bureau = caller.scope.level == Scope::Level::everything;
  bool is_in_subtree = caller.scope.level == Scope::Level::group &&
                       (target == caller.scope.group || groups_.top_of(tx, target) == caller.scope.group);
  if (!is_bureau && !is_in_subtree) throw ValidationError("trading_group_id", move_out_of_reach);
}

void MoveService::move_one(db::Tx& tx, const Caller& caller, const Organization& before,
                           const trading_group::TradingGroup& target) {
  if (before.trading_group_id == target.id) throw Refusal(move_same);
  if (before.state == OrganizationState::rejected) throw Refusal(move_rejected);
  auto after = before;
  after.trading_group_id = target.id;
  after.top_group_id = target.parent_id.value_or(target.id);
  if (!store::change_group(tx, after, before.version)) throw Stale();
  auto now = clock_.now();
  auto anew = next_state(before.state, OrganizationAction::begin_anew);
  if (anew) after.state = *anew;
  if (anew && !store::change_state(tx, before.id, before.state, *anew, now)) throw Stale();
  store::add_history(tx, before.id, caller.account,
                     {HistoryEvent::moved, now, caller.name, before.state, after.state, target.name_zh, {}});
  audit::record(tx, caller, now,
                {"organization_moved", "organization", before.id.text,
                 "指定单位 " + before.number + " 到 " + target.name_zh, audit::snapshot(snapshot_of(before)),
                 audit::snapshot(snapshot_of(after))});
  facts_.publish(tx, OrganizationMoved{before.id, before.trading_group_id, target.id});
}

std::vector<wire::BatchOutcome> MoveService::move(const Caller& caller,
                                                  const std::vector<OrganizationId>& ids,
                                                  const TradingGroupId& target_id) {
  wire::require_batch("organizations", ids);
  return database_.write([&](db::Tx& tx) {
    auto target = groups_.find(tx, target_id);
    if (!target || !groups_.is_choosable(tx, target_id))
      throw ValidationError("trading_group_id", group_not_choosable);
    require_reach(tx, caller, target_id);
    return wire::do_each(tx, ids, store::list_by_ids(tx, caller.scope, ids), caller.locale,
                         [&](const Organization& o) { move_one(tx, caller, o, *target); });
  });
}

}  // namespace expogate::organization
