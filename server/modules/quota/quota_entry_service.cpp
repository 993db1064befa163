#include "quota/quota_entry_service.h"

#include "quota/quota_ledger.h"
#include "quota/quota_store.h"

namespace expogate::quota {

trading_group::TradingGroup QuotaEntryService::get_group(db::Tx& tx, const Caller& caller,
                                                         const TradingGroupId& id) {
  auto group = groups_.find(tx, id);
  bool is_ours = caller.scope.level == Scope::Level::everything ||
                 (caller.scope.level == Scope::Level::group &&
                  (id == caller.scope.group || (group && group->parent_id == caller.scope.group)));
  if (!group || !is_ours) throw NotFound();
  return *std::move(group);
}

store::Holder QuotaEntryService::holder_of(db::Tx& tx, const Caller& caller, const QuotaEntryFilter& filter) {
  bool is_bureau = caller.scope.level == Scope::Level::everything;
  if (is_bureau && !filter.organization_quota_id && !filter.group_id)
    return {bureau_account(caller.edition, filter.badge_type).text, "主办方", "Bureau"};
  if (!filter.organization_quota_id) {
    auto group = get_group(tx, caller, filter.group_id.value_or(caller.scope.group));
    return {group_account(caller.edition, filter.badge_type, group.id).text, group.name_zh, group.name_en};
  }
  auto quota = store::find_organization_quota(tx, *filter.organization_quota_id);
  if (!quota || quota->edition_id != caller.edition) throw NotFound();
  get_group(tx, caller, quota->trading_group_id);
  return {organization_account(*quota, filter.badge_type).text, quota->name, quota->name};
}

Page<QuotaEntry> QuotaEntryService::list(const Caller& caller, const QuotaEntryFilter& filter,
                                         const PageRequest& page) {
  return database_.read(
      [&](db::Tx& tx) { return store::list_entries(tx, holder_of(tx, caller, filter), filter, page); });
}

}  // namespace expogate::quota
