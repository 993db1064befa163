#pragma once
#include "import_export/sheet_export_service.h"
#include "payment/gateways.h"
#include "payment/reconciliation.h"
#include "platform/jobs/runner.h"

namespace expogate::payment {

inline const ErrorCode span_too_long{"reconciliation.span_too_long", "一次最多查询 {max} 天",
                                     "Maximum {max} days at a time"};

/// The days that are looked at.
struct ReconciliationSpan {
  CivilDate from_on, to_on;
};
BOOST_DESCRIBE_STRUCT(ReconciliationSpan, (), (from_on, to_on))

class ReconciliationService {
 public:
  ReconciliationService(db::Database& database, const Clock& clock, Gateways& gateways,
                        import_export::SheetExportService& exports)
      : database_(database), clock_(clock), gateways_(gateways), exports_(exports) {}

  std::vector<ReconciliationRow> list(const ReconciliationSpan& span);
  std::vector<Difference> list_differences(const ReconciliationSpan& span);
  /// Asks every provider for its bills of these days, in the background.
  void fetch_later(const Caller& caller, const ReconciliationSpan& span);
  import_export::SheetExport export_later(const Caller& caller, const ReconciliationSpan& span);

  /// Told at start: what the module offers to exports.
  void offer();
  /// Periodic: yesterday's bills, once they are there.
  void enqueue_yesterday();
  /// The job `bill_fetch`.
  void fetch(const jobs::JobRow& job);
  static constexpr std::string_view fetch_job = "bill_fetch";
  static constexpr std::string_view list_kind = "reconciliation";

 private:
  void enqueue(db::Tx& tx, Channel channel, const CivilDate& on);
  db::Database& database_;
  const Clock& clock_;
  Gateways& gateways_;
  import_export::SheetExportService& exports_;
};

}  // namespace expogate::payment
