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
  Page<QuotaEntry> list(const Caller& caller, const QuotaEntryFilter& filter, const PageRequest& page);

 private:
  store::Holder holder_of(db::Tx& tx, const Caller& caller, const QuotaEntryFilter& filter);
  trading_group::TradingGroup get_group(db::Tx& tx, const Caller& caller, const TradingGroupId& id);
  db::Database& database_;
  trading_group::TradingGroupService& groups_;
};

}  // namespace expogate::quota
