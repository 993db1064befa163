#pragma once
#include "platform/db/database.h"
#include "quota/quota_entry.h"
#include "trading_group/trading_group_service.h"

namespace expogate::quota {

class QuotaEntryService {
 public:
  QuotaEntryService(db::Database& database, trading_group::TradingGroupService& groups)
      : database_(database), groups_(groups) {}

  /// The newest movements first; 404 for what is not below the caller.
  std::vector<QuotaEntry> list(const Caller& caller, const QuotaEntryQuery& query);

 private:
  void require_reach(db::Tx& tx, const Caller& caller, const TradingGroupId& group);
  db::Database& database_;
  trading_group::TradingGroupService& groups_;
};

}  // namespace expogate::quota
