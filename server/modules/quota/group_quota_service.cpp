#include "quota/group_quota_service.h"

#include "audit/audit.h"
#include "quota/quota_store.h"

namespace expogate::quota {
namespace {

using trading_group::TradingGroup;

std::string words(const Caller& caller, BadgeType type) {
  return std::string(enum_words(type, caller.locale));
}

/// Who gives to this group: the bureau to a group, a group to its subgroup. 404 for what is not below the
/// caller.
std::optional<TradingGroupId> giver_of(const Caller& caller, const std::optional<TradingGroup>& group) {
  if (!group) throw NotFound();
  if (caller.scope.level == Scope::Level::everything && !group->parent_id) return std::nullopt;
  if (caller.scope.level == Scope::Level::everything) throw Refusal(quota_not_below);
  if (caller.scope.level != Scope::Level::group || caller.scope.is_subgroup ||
      (group->parent_id != caller.scope.group && group->id != caller.scope.group))
    throw NotFound();
  if (group->id == caller.scope.group) throw Refusal(quota_not_below);
  return group->parent_id;
}

/// From the giver to the group, or back.
void give(db::Tx& tx, const Caller& caller, const std::optional<TradingGroupId>& giver,
          const GroupQuota& before, std::int64_t total, Instant now) {
  auto& edition = caller.edition;
  auto type = before.badge_type;
  auto places = total - before.total;
  if (places == 0) return;
  auto above = giver ? group_account(edition, type, *giver) : bureau_account(edition, type);
  auto below = group_account(edition, type, before.trading_group_id);
  auto subject = before.trading_group_id.text;
  if (places < 0) {
    if (!move(tx, caller, {below, above, -places, "quota_taken_back", subject}, now))
      throw Refusal(quota_in_use, {{"type", words(caller, type)},
                                   {"used", before.to_subgroups + before.assigned()},
                                   {"wanted", total}});
  } else if (!move(tx, caller, {above, below, places, "quota_given", subject}, now)) {
    throw Refusal(quota_exhausted, {{"type", words(caller, type)},
                                    {"wanted", places},
                                    {"free", store::get_group_quota(tx, edition, *giver, type).free()}});
  }
  if (giver) store::add_to_subgroups(tx, edition, *giver, type, places);
  if (!store::change_total(tx, edition, before, total)) throw Stale();
}

}  // namespace

std::vector<GroupQuotaRow> GroupQuotaService::list(const Caller& caller, const GroupQuotaFilter& filter) {
  return database_.read([&](db::Tx& tx) { return store::list_group_quotas(tx, caller, filter); });
}

QuotaFigures GroupQuotaService::get_figures(const Caller& caller) {
  if (caller.scope.level != Scope::Level::group) throw NotFound();
  return database_.read([&](db::Tx& tx) {
    auto share = [&](BadgeType type) {
      auto quota = store::get_group_quota(tx, caller.edition, caller.scope.group, type);
      return QuotaShare{quota.assigned(), quota.own()};
    };
    return QuotaFigures{share(BadgeType::vip), share(BadgeType::staff),
                        store::count_professionals(tx, caller.edition, caller.scope.group)};
  });
}

GroupQuotaRow GroupQuotaService::get_row(db::Tx& tx, const Caller& caller, const TradingGroupId& id) {
  GroupQuotaFilter one;
  if (caller.scope.level == Scope::Level::everything) one.group_id = id;
  for (auto& row : store::list_group_quotas(tx, caller, one))
    if (row.id == id) return row;
  throw NotFound();
}

GroupQuotaRow GroupQuotaService::change(const Caller& caller, const TradingGroupId& id, const Places& totals,
                                        std::int64_t version) {
  require_sane(totals);
  return database_.write([&](db::Tx& tx) {
    auto giver = giver_of(caller, groups_.find(tx, id));
    auto staff = store::get_group_quota(tx, caller.edition, id, BadgeType::staff);
    auto vip = store::get_group_quota(tx, caller.edition, id, BadgeType::vip);
    if (staff.version + vip.version != version) throw Stale();
    auto now = clock_.now();
    for (auto& before : {staff, vip}) give(tx, caller, giver, before, totals.of(before.badge_type), now);
    auto row = get_row(tx, caller, id);
    audit::record(tx, caller, now,
                  {"group_quota_changed", "group_quota", id.text, "调整额度 " + row.name_zh,
                   audit::snapshot(Places{vip.total, staff.total}), audit::snapshot(totals)});
    return row;
  });
}

}  // namespace expogate::quota
