#pragma once
#include "group_payment/sponsorship_limit.h"
#include "import_export/sheet_export_service.h"
#include "platform/db/database.h"
#include "platform/wire/batch.h"

namespace expogate::group_payment {

class SponsorshipLimitService {
 public:
  SponsorshipLimitService(db::Database& database, const Clock& clock,
                          import_export::SheetExportService& exports)
      : database_(database), clock_(clock), exports_(exports) {}

  /// Told at start: what the module offers to exports.
  void offer();

  Page<LimitRow> list(const Caller& group, const LimitFilter& filter, const PageRequest& page);
  import_export::SheetExport export_later(const Caller& group, const LimitSelection& selection);
  /// Nothing: the group's default counts again.
  LimitRow change(const Caller& group, const OrganizationId& id, std::optional<std::int64_t> persons,
                  std::int64_t version);
  std::vector<wire::BatchOutcome> change_many(const Caller& group, const std::vector<OrganizationId>& ids,
                                              std::optional<std::int64_t> persons);

 private:
  LimitRow change(db::Tx& tx, const Caller& group, const LimitRow& before,
                  std::optional<std::int64_t> persons);
  void write_rows(const Caller& group, const LimitSelection& selection, import_export::RowSink& sink);
  db::Database& database_;
  const Clock& clock_;
  import_export::SheetExportService& exports_;
};

}  // namespace expogate::group_payment
