#pragma once
#include <optional>

#include "base/caller.h"
#include "organization/organization.h"
#include "platform/db/tx.h"

namespace expogate::organization::store {

/// Who has an organization open for review.
struct ReviewVisit {
  AccountId account_id;
  std::string account_name;
  Instant opened_at;
};
BOOST_DESCRIBE_STRUCT(ReviewVisit, (), (account_id, account_name, opened_at))

/// Takes over a visit that is older than `before`, or one's own.
void visit(db::Tx& tx, const OrganizationId& id, const Caller& caller, Instant now, Instant before);
std::optional<ReviewVisit> find_visit(db::Tx& tx, const OrganizationId& id, Instant after);
void end_visit(db::Tx& tx, const OrganizationId& id);

}  // namespace expogate::organization::store
