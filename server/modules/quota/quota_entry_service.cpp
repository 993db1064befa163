#include "quota/quota_entry_service.h"

#include "quota/quota_ledger.h"
#include "quota/quota_store.h"

namespace expogate::quota {

void QuotaEntryService::require_reach(db::Tx& tx, const Caller& caller, const TradingGroupId& id) {
  auto group = groups_.find(tx, id);
  bool is_ours = caller.scope.level == Scope::Level::everything ||
                 (caller.scope.level == Scope::Level::group &&
                  (id == caller.scope.group || (group && group->parent_id == caller.scope.group)));
  if (!group || !is_ours) throw NotFound();
}

std::vector<QuotaEntry> QuotaEntryService::list(const Caller& caller, const QuotaEntryQuery& query) {
  return database_.read([&](db::Tx& tx) {
    if (!query.organization_quota_id) {
      auto group = query.group_id.value_or(caller.scope.group);
      require_reach(tx, caller, group);
      auto account = group_account(caller.edition, query.badge_type, group);
      return store::list_entries(tx, account.text, most_entries);
    }
    auto quota = store::find_organization_quota(tx, *query.organization_quota_id);
    if (!quota || quota->edition_id != caller.edition) throw NotFound();
    require_reach(tx, caller, quota->trading_group_id);
    return store::list_entries(tx, organization_account(*quota, query.badge_type).text, most_entries);
  });
}

}  // namespace expogate::quota
