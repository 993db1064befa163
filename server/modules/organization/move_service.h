#pragma once
#include <vector>

#include "organization/facts.h"
#include "organization/organization_list.h"
#include "platform/db/database.h"
#include "platform/facts/facts.h"
#include "platform/wire/batch.h"
#include "trading_group/trading_group_service.h"

namespace expogate::organization {

inline const ErrorCode move_same{"organization.move_same", "已在该交易团/分团",
                                 "The organization already belongs to this group or subgroup"};

/// Moving organizations to another group (指定到交易团/分团, GRP-03).
class MoveService {
 public:
  MoveService(db::Database& database, const Clock& clock, const Facts& facts,
              trading_group::TradingGroupService& groups)
      : database_(database), clock_(clock), facts_(facts), groups_(groups) {}

  /// Each row for itself: one that cannot be moved keeps no other from it.
  std::vector<wire::BatchOutcome> move(const Caller& caller, const std::vector<OrganizationId>& ids,
                                       const TradingGroupId& target);

 private:
  void require_reach(db::Tx& tx, const Caller& caller, const TradingGroupId& target);
  void move_one(db::Tx& tx, const Caller& caller, const Organization& before,
                const trading_group::TradingGroup& target);
  db::Database& database_;
  const Clock& clock_;
  const Facts& facts_;
  trading_group::TradingGroupService& groups_;
};

}  // namespace expogate::organization
