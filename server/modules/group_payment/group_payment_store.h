#pragma once
#include "group_payment/group_payment.h"
#include "platform/db/tx.h"

namespace expogate::group_payment::store {

/// Nothing permitted where nobody has dealt with it yet.
GroupPayment get(db::Tx& tx, const EditionId& edition, const TradingGroupId& group);
/// The one question that every save asks; the answer holds until the end of its transaction.
bool is_on(db::Tx& tx, const EditionId& edition, const TradingGroupId& group);
/// False when it has changed since it was read.
bool change(db::Tx& tx, const EditionId& edition, const GroupPayment& wanted, std::int64_t version_read);
/// Of this group's own organizations, who wait for its decision (GPY-03).
std::int64_t count_undecided(db::Tx& tx, const EditionId& edition, const TradingGroupId& group);

/// How many of an organization are sponsored, and its own limit, where it has one.
struct OrganizationCount {
  std::optional<std::int64_t> persons;
  std::int64_t sponsored = 0;
};
BOOST_DESCRIBE_STRUCT(OrganizationCount, (), (persons, sponsored))
OrganizationCount get_count(db::Tx& tx, const OrganizationId& organization);
/// One more; false when that would be over `limit`. Without a limit it always is true.
bool count_sponsored(db::Tx& tx, const EditionId& edition, const TradingGroupId& group,
                     const OrganizationId& organization, std::optional<std::int64_t> limit);

}  // namespace expogate::group_payment::store
