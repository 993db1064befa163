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

BatchOutcome MoveService::move_one(db::Tx& tx, const Caller& caller, const OrganizationId& id,
                                   const trading_group::TradingGroup& target) {
  auto before = store::find(tx, caller.scope, id);
  if (!before) return {id, "", "", "", false, &not_found_code};
  BatchOutcome outcome{id, before->number, before->name_zh, before->name_en, false, nullptr};
  if (before->trading_group_id == target.id) outcome.refusal = &move_same;
  if (before->state == OrganizationState::rejected) outcome.refusal = &move_rejected;
  if (outcome.refusal) return outcome;
  auto after = *before;
  after.trading_group_id = target.id;
  after.top_group_id = target.parent_id.value_or(target.id);
  if (!store::change_group(tx, after, before->version)) return outcome.refusal = &move_changed, outcome;
  auto now = clock_.now();
  auto anew = next_state(before->state, OrganizationAction::begin_anew);
  if (anew) after.state = *anew;
  if (anew && !store::change_state(tx, id, before->state, *anew, now))
    return outcome.refusal = &move_changed, outcome;
  store::add_history(tx, id, caller.account,
                     {HistoryEvent::moved, now, caller.name, before->state, after.state, target.name_zh, {}});
  audit::record(
      tx, caller, now,
      {"organization_moved", "organization", id.text, "指定单位 " + before->number + " 到 " + target.name_zh,
       audit::snapshot(snapshot_of(*before)), audit::snapshot(snapshot_of(after))});
  facts_.publish(tx, OrganizationMoved{id, before->trading_group_id, target.id});
  outcome.is_done = true;
  return outcome;
}

std::vector<BatchOutcome> MoveService::move(const Caller& caller, const std::vector<OrganizationId>& ids,
                                            const TradingGroupId& target_id) {
  return database_.write([&](db::Tx& tx) {
    auto target = groups_.find(tx, target_id);
    if (!target || !groups_.is_choosable(tx, target_id))
      throw ValidationError("trading_group_id", group_not_choosable);
    require_reach(tx, caller, target_id);
    std::vector<BatchOutcome> outcomes;
    for (auto& id : ids) outcomes.push_back(move_one(tx, caller, id, *target));
    return outcomes;
  });
}

}  // namespace expogate::organization
