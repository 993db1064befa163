#pragma once
#include "platform/db/database.h"
#include "quota/quota_ledger.h"
#include "quota/quota_list.h"
#include "trading_group/trading_group_service.h"

namespace expogate::quota {

/// 人员类型额度管理: the bureau gives totals to groups, a group splits its own among its subgroups (QTA-01).
class GroupQuotaService {
 public:
  GroupQuotaService(db::Database& database, const Clock& clock, trading_group::TradingGroupService& groups)
      : database_(database), clock_(clock), groups_(groups) {}

  /// The bureau sees all groups with their subgroups; a group itself, first, and its subgroups.
  std::vector<GroupQuotaRow> list(const Caller& caller, const GroupQuotaFilter& filter);
  /// The line above a group's lists: `VIP 17/80`.
  QuotaFigures get_figures(const Caller& caller);
  /// 409 with the figures when it is more than the giver has, or less than is in use. `version`: the row's.
  GroupQuotaRow change(const Caller& caller, const TradingGroupId& group, const Places& totals,
                       std::int64_t version);

 private:
  GroupQuotaRow get_row(db::Tx& tx, const Caller& caller, const TradingGroupId& id);
  db::Database& database_;
  const Clock& clock_;
  trading_group::TradingGroupService& groups_;
};

}  // namespace expogate::quota
