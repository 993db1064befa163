#pragma once
#include <optional>
#include <vector>

#include "edition/entry_option.h"
#include "platform/db/tx.h"

namespace expogate::edition::store {

std::vector<PricedEntryOption> list_entry_options(db::Tx& tx, const EditionId& edition);
std::optional<PricedEntryOption> find_entry_option(db::Tx& tx, const EntryOptionId& id);
std::optional<EditionId> find_edition_of(db::Tx& tx, const EntryOptionId& id);
void add_entry_option(db::Tx& tx, const EditionId& edition, const PricedEntryOption& added);
/// Compare-and-set on the version; the prices are replaced.
bool change_entry_option(db::Tx& tx, const PricedEntryOption& changed, std::int64_t version_read);

}  // namespace expogate::edition::store
