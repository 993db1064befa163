#pragma once
#include "base/caller.h"
#include "edition/catalogue_store.h"
#include "edition/edition_service.h"

namespace expogate::edition {

class CatalogueService {
 public:
  CatalogueService(db::Database& database, const Clock& clock, EditionService& editions)
      : database_(database), clock_(clock), editions_(editions) {}

  /// Every kind, also those that are still empty.
  std::vector<CatalogueCount> list_catalogues(const EditionId& edition);
  Page<CatalogueRow> list_items(const EditionId& edition, CatalogueKind kind,
                                const store::CatalogueFilter& filter, const PageRequest& page);
  CatalogueItem add_item(const Caller& caller, const EditionId& edition, CatalogueItem wanted);
  CatalogueItem change_item(const Caller& caller, CatalogueItem wanted, std::int64_t version);
  void remove_item(const Caller& caller, const CatalogueItemId& id, std::int64_t version);

 private:
  CatalogueItem get_writable(db::Tx& tx, const CatalogueItemId& id);
  db::Database& database_;
  const Clock& clock_;
  EditionService& editions_;
};

}  // namespace expogate::edition
