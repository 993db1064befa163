#pragma once
#include <map>
#include <optional>
#include <vector>

#include "base/reach.h"
#include "organization/form.h"
#include "organization/organization_list.h"
#include "platform/db/tx.h"

namespace expogate::organization::store {

/// What a caller reaches of the organizations, `o` in a statement.
Reach reach_of(const Scope& scope);

/// The organization, if the caller reaches it.
std::optional<Organization> find(db::Tx& tx, const Scope& scope, const OrganizationId& id);
/// Those of them that the scope reaches.
std::vector<Organization> list_by_ids(db::Tx& tx, const Scope& scope, const std::vector<OrganizationId>& ids);
Organization get(db::Tx& tx, const Scope& scope, const OrganizationId& id);

/// The organization that an account runs in an edition.
std::optional<Organization> find_of_account(db::Tx& tx, const EditionId& edition, const AccountId& account);
/// An account's organizations of other editions, the newest first.
std::vector<Organization> list_past(db::Tx& tx, const EditionId& edition, const AccountId& account);
std::optional<Organization> find_by_uscc(db::Tx& tx, const EditionId& edition, std::string_view uscc);
std::optional<Organization> find_by_overseas_key(db::Tx& tx, const EditionId& edition, std::string_view key);

/// Whether this code and name were approved in an earlier edition.
bool was_approved_before(db::Tx& tx, const EditionId& edition, std::string_view uscc,
                         std::string_view name_folded);

/// The whole organizations behind rows of a list that the caller has seen, in the same order.
std::vector<Organization> list_by_rows(db::Tx& tx, const std::vector<OrganizationRow>& rows);
std::int64_t serial_of(db::Tx& tx, const OrganizationId& id);

std::int64_t next_serial(db::Tx& tx);
void add(db::Tx& tx, const Organization& organization);

/// Writes what the form says; the caller sets `version` to the one it read. False when it has changed
/// meanwhile.
bool change(db::Tx& tx, const Organization& organization, std::int64_t version_read);

/// A state changes only by compare-and-set; false when it is no longer `from`.
bool change_state(db::Tx& tx, const OrganizationId& id, OrganizationState from, OrganizationState to,
                  Instant now);
void count_attendees(db::Tx& tx, const OrganizationId& id, int more);
bool change_group(db::Tx& tx, const Organization& organization, std::int64_t version_read);
/// Its code goes to whom it belongs; the number stands in for it until there is a right one.
void remove_uscc(db::Tx& tx, const OrganizationId& id);
void note_export(db::Tx& tx, const std::vector<OrganizationId>& ids, Instant now);

std::vector<Choice> list_choices(db::Tx& tx, const OrganizationId& id);
/// Of many organizations with one statement.
std::map<OrganizationId, std::vector<Choice>> list_choices(db::Tx& tx,
                                                           const std::vector<OrganizationId>& ids);
void replace_choices(db::Tx& tx, const OrganizationId& id, const std::vector<Choice>& choices);
std::vector<PurchaseNeed> list_needs(db::Tx& tx, const OrganizationId& id);
void replace_needs(db::Tx& tx, const OrganizationId& id, const std::vector<PurchaseNeed>& needs, Instant now);

}  // namespace expogate::organization::store
