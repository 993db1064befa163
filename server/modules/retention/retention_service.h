#pragma once
#include "base/caller.h"
#include "edition/edition_service.h"
#include "fair/fair_service.h"
#include "file/file_sweep.h"
#include "platform/jobs/runner.h"
#include "retention/report.h"
#include "retention/retention.h"
#include "retention/retention_store.h"

namespace expogate::retention {

/// A period with its reason and how far it has come.
struct PeriodView : RetentionPeriod {
  std::string purpose, basis;
  std::optional<Instant> due_at, finished_at;
  std::int64_t rows_erased = 0;
};
BOOST_DESCRIBE_STRUCT(PeriodView, (RetentionPeriod), (purpose, basis, due_at, finished_at, rows_erased))

/// What the retention needs of the program: who holds what, and what is erased by hands of its own.
struct RetentionParts {
  db::Database& database;
  const Clock& clock;
  const KeyRing& ring;
  edition::EditionService& editions;
  fair::FairService& fairs;
  file::FileSweep& files;
  erasure::Holdings holdings;
  std::string audit_key, program;
};

/// Tells how far it is; may throw to stop, for everything can be begun again.
using Tell = std::function<void(std::int64_t done, std::int64_t total)>;

class RetentionService {
 public:
  explicit RetentionService(RetentionParts parts) : parts_(std::move(parts)) {}

  std::vector<PeriodView> list_periods(const EditionId& edition, Locale locale);
  /// `version`: the one that was read.
  PeriodView change_period(const Caller& caller, const EditionId& edition, const RetentionPeriod& wanted);

  /// Erases what is over in every edition, in small transactions; returns how many rows changed. Interrupted
  /// anywhere it goes on where it was.
  std::int64_t run(const Tell& tell);

  /// Orders the same as a job, for the bureau and once a day.
  void begin(const Caller& caller, const EditionId& edition);
  void enqueue_due();
  static constexpr std::string_view erasing_job = "erasure", report_job = "erasure_report";
  void run_job(jobs::Progress& progress);

  // RET-03, whatever the periods, inside another's transaction; money and counts stay.

  /// Everything that is known of one attendee; what the log says of it goes a minute later, by a job.
  void erase_attendee(db::Tx& tx, const EditionId& edition, const std::string& attendee);
  /// The contact of one organization and, when that was the account's last, the account.
  void erase_organization(db::Tx& tx, const EditionId& edition, const std::string& organization,
                          const std::string& account);
  static constexpr std::string_view log_job = "erasure_of_log";
  void erase_log(const jobs::JobRow& job);

  void begin_report(const Caller& caller, const EditionId& edition);
  void make_report(const jobs::JobRow& job, jobs::Progress& progress);
  /// Looks through everything, keeps what was found and returns it signed.
  store::KeptReport make_report(const EditionId& edition, const std::string& made_by, const Tell& tell);
  std::vector<store::KeptReport> list_reports(const EditionId& edition);
  std::string get_document(const std::string& id);
  /// Of a file that somebody holds: the report in it, if we have signed it so.
  std::optional<ErasureReport> check(const std::string& document);

 private:
  struct DueKind;
  void erase_log_later(db::Tx& tx, const std::string& subject_kind, const std::string& id);
  std::vector<DueKind> list_due();
  std::int64_t erase_kind(const DueKind& due, const Tell& tell);
  std::int64_t erase_spine(const DueKind& due, const erasure::Spine& spine, const Tell& tell);
  bool is_anything_left(const DueKind& due, const erasure::Spine& spine);
  /// What of an edition's kind is over; of what goes by moments, before which one.
  erasure::Scope scope_of(const EditionId& edition, Kind kind);
  std::int64_t erase_audit(Instant before, const Tell& tell);
  void count_tables(const EditionId& edition, ErasureReport& report);
  void search_table(const EditionId& edition, const std::string& table,
                    const std::vector<std::string>& columns, ErasureReport& report, const Tell& tell);
  const erasure::Holding* holding_of_edition(const std::string& table) const;
  void look_for_traces(const EditionId& edition, ErasureReport& report, const Tell& tell);
  void look_at_files(ErasureReport& report);
  RetentionParts parts_;
};

}  // namespace expogate::retention
