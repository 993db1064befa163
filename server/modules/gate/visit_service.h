#pragma once
#include "gate/visit.h"
#include "import_export/sheet_export_service.h"

namespace expogate::gate {

/// The people who came, to their groups and to the bureau.
class VisitService {
 public:
  VisitService(db::Database& database, import_export::SheetExportService& exports)
      : database_(database), exports_(exports) {}

  /// Told at start: what the module offers to exports.
  void offer();

  Page<VisitRow> list(const Caller& caller, const VisitFilter& filter, const PageRequest& page);
  import_export::SheetExport export_later(const Caller& caller, const VisitSelection& selection);

 private:
  void write_rows(const Caller& caller, const VisitSelection& selection, import_export::RowSink& sink);
  db::Database& database_;
  import_export::SheetExportService& exports_;
};

}  // namespace expogate::gate
