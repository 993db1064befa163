#pragma once
#include "base/caller.h"
#include "platform/db/tx.h"
#include "quota/quota.h"

namespace expogate::quota::store {

/// What has been given to a group; zeros where nothing was.
GroupQuota get_group_quota(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type);
/// What has changed since it was read is told by false. The other counters stay as they are.
bool change_total(db::Tx& tx, const EditionId& edition, const GroupQuota& read, std::int64_t total);

// Counters beside the ledger; the ledger has said yes before.

void add_to_subgroups(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type,
                      std::int64_t places);
void add_to_organizations(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type,
                          std::int64_t places);
void add_to_upgrades(db::Tx& tx, const EditionId& edition, const TradingGroupId& group, BadgeType type,
                     std::int64_t places);
void add_used(db::Tx& tx, const OrganizationQuotaId& id, BadgeType type, std::int64_t places);

// What groups have given to organizations. Whoever is registered by now is called as registered.

/// The organization of a quota `q` as `o`, where there is one.
inline constexpr std::string_view recipient_join =
    "left join organizations o on o.edition_id = q.edition_id and (o.id = q.organization_id or o.uscc = "
    "q.uscc) and o.state <> 'rejected'";

std::optional<OrganizationQuota> find_organization_quota(db::Tx& tx, const OrganizationQuotaId& id);
/// A group's quota for somebody, by what tells them.
struct Recipient {
  EditionId edition_id;
  TradingGroupId trading_group_id;
  std::optional<std::string> uscc;
  OrganizationId organization_id;
};
std::optional<OrganizationQuota> find_organization_quota(db::Tx& tx, const Recipient& recipient);
void add_organization_quota(db::Tx& tx, const OrganizationQuota& quota);
bool change_organization_quota(db::Tx& tx, const OrganizationQuota& quota, std::int64_t version_read);
/// False when somebody sits on it by now, or it has changed.
bool remove_organization_quota(db::Tx& tx, const OrganizationQuotaId& id, std::int64_t version_read);

// Who sits where.

void add_place(db::Tx& tx, const Place& place);
/// Answers what it was; nothing when nobody sits there, or not any more.
std::optional<Place> remove_place(db::Tx& tx, const std::string& attendee_id);

}  // namespace expogate::quota::store
