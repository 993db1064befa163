#pragma once
#include <optional>
#include <vector>

#include "base/page.h"
#include "edition/catalogue.h"
#include "platform/db/tx.h"

namespace expogate::edition::store {

struct CatalogueFilter {
  std::optional<CatalogueItemId> parent_id;
  bool is_top_only = false;
  std::optional<std::string> text;  ///< part of a name or code
  bool has_inactive = false;
};

std::vector<CatalogueCount> count_catalogues(db::Tx& tx, const EditionId& edition);
Page<CatalogueRow> list_items(db::Tx& tx, const EditionId& edition, CatalogueKind kind,
                              const CatalogueFilter& filter, const PageRequest& page);
/// All items of a catalogue, in the order of the screen.
std::vector<CatalogueItem> list_all(db::Tx& tx, const EditionId& edition, CatalogueKind kind);
/// The items of these codes and everything above them, in one statement.
std::vector<CatalogueItem> list_with_ancestors(db::Tx& tx, const EditionId& edition, CatalogueKind kind,
                                               const std::vector<std::string>& codes);
std::optional<CatalogueItem> find_item(db::Tx& tx, const CatalogueItemId& id);
std::optional<EditionId> find_edition_of(db::Tx& tx, const CatalogueItemId& id);
/// How many ancestors an item has, itself included.
int depth_of(db::Tx& tx, const CatalogueItemId& id);
bool has_children(db::Tx& tx, const CatalogueItemId& id);
void add_items(db::Tx& tx, const EditionId& edition, const std::vector<CatalogueItem>& items);
bool change_item(db::Tx& tx, const CatalogueItem& item, std::int64_t version_read);
bool remove_item(db::Tx& tx, const CatalogueItemId& id, std::int64_t version_read);
void copy_catalogues(db::Tx& tx, const EditionId& from, const EditionId& to, Instant now);

}  // namespace expogate::edition::store
