#pragma once
#include "base/caller.h"
#include "platform/ledger/ledger.h"
#include "quota/quota.h"

/// The tree of quotas as accounts of the ledger: bureau, group, subgroup, organization, person. Nothing goes
/// out of an account that has not come into it, so nothing is oversold (QTA-03).
namespace expogate::quota {

/// Where all places come from.
ledger::AccountKey bureau_account(const EditionId& edition, BadgeType type);
ledger::AccountKey group_account(const EditionId& edition, BadgeType type, const TradingGroupId& group);
ledger::AccountKey organization_account(const OrganizationQuota& quota, BadgeType type);
ledger::AccountKey person_account(const EditionId& edition, BadgeType type, const std::string& attendee_id);

struct Movement {
  ledger::AccountKey from, to;
  std::int64_t places = 1;
  const char* reason;   ///< a word for the ledger's row
  std::string subject;  ///< whom it is about
};

/// False when there are not so many; then nothing has been written.
bool move(db::Tx& tx, const Caller& caller, const Movement& movement, Instant now);

}  // namespace expogate::quota
