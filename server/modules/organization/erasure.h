#pragma once
#include <vector>

#include "organization/organization.h"
#include "platform/db/tx.h"

/// What the erasure of one organization needs to know of it and to do with it (RET-03).
namespace expogate::organization {

/// Of all editions, newest first.
std::vector<Organization> organizations_of(db::Tx& tx, const AccountId& account);
/// Its owner may register anew with the same code or name.
void release_codes(db::Tx& tx, const OrganizationId& id);

}  // namespace expogate::organization
