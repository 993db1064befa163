#pragma once
#include <filesystem>

#include "base/caller.h"
#include "edition/catalogue_sheet.h"
#include "edition/catalogue_store.h"
#include "edition/edition_service.h"

namespace expogate::edition {

class CatalogueService {
 public:
  /// `working_folder`: where sheets are put together.
  CatalogueService(db::Database& database, const Clock& clock, EditionService& editions,
                   std::filesystem::path working_folder)
      : database_(database), clock_(clock), editions_(editions), working_folder_(std::move(working_folder)) {}

  /// Every kind, also those that are still empty.
  std::vector<CatalogueCount> list_catalogues(const EditionId& edition);
  Page<CatalogueRow> list_items(const EditionId& edition, CatalogueKind kind,
                                const store::CatalogueFilter& filter, const PageRequest& page);
  CatalogueItem add_item(const Caller& caller, const EditionId& edition, CatalogueItem wanted);
  CatalogueItem change_item(const Caller& caller, CatalogueItem wanted, std::int64_t version);
  void remove_item(const Caller& caller, const CatalogueItemId& id, std::int64_t version);

  /// For sheets: all items of a catalogue.
  static std::vector<CatalogueItem> list_all(db::Tx& tx, const EditionId& edition, CatalogueKind kind) {
    return store::list_all(tx, edition, kind);
  }
  /// For forms: the items of these codes and everything above them.
  static std::vector<CatalogueItem> list_with_ancestors(db::Tx& tx, const EditionId& edition,
                                                        CatalogueKind kind,
                                                        const std::vector<std::string>& codes) {
    return store::list_with_ancestors(tx, edition, kind, codes);
  }

  /// An xlsx file of a catalogue, in the caller's language.
  SheetFile export_sheet(const Caller& caller, const EditionId& edition, CatalogueKind kind);
  /// What importing this file would do.
  ImportReport check_import(const Caller& caller, const EditionId& edition, CatalogueKind kind,
                            std::string_view sheet);
  /// Adds and changes what the file says, all or nothing; items that it does not name stay as they are.
  ImportReport import_sheet(const Caller& caller, const EditionId& edition, CatalogueKind kind,
                            std::string_view sheet);

 private:
  CatalogueItem get_writable(db::Tx& tx, const CatalogueItemId& id);
  void apply(db::Tx& tx, const Caller& caller, const EditionId& edition, CatalogueKind kind,
             const std::vector<CatalogueItem>& existing, const CatalogueImport& plan);
  db::Database& database_;
  const Clock& clock_;
  EditionService& editions_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate::edition
