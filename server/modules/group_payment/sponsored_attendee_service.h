#pragma once
#include "group_payment/sponsored_attendee.h"
#include "import_export/sheet_export_service.h"

namespace expogate::group_payment {

/// What a group owes, person by person, to itself and to the bureau.
class SponsoredAttendeeService {
 public:
  SponsoredAttendeeService(db::Database& database, import_export::SheetExportService& exports)
      : database_(database), exports_(exports) {}

  /// Told at start: what the module offers to exports.
  void offer();

  Page<SponsoredRow> list(const Caller& caller, const SponsoredFilter& filter, const PageRequest& page);
  SponsoredTotal total(const Caller& caller, const SponsoredFilter& filter);
  import_export::SheetExport export_later(const Caller& caller, const SponsoredSelection& selection);

 private:
  void write_rows(const Caller& caller, const SponsoredSelection& selection, import_export::RowSink& sink);
  db::Database& database_;
  import_export::SheetExportService& exports_;
};

}  // namespace expogate::group_payment
