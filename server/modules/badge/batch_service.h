#pragma once
#include <filesystem>

#include "badge/badge_service.h"
#include "badge/batch.h"
#include "platform/jobs/runner.h"

namespace expogate::badge {

/// A file of a batch on its way to the printer.
struct BatchDownload {
  file::File file;
  std::unique_ptr<ByteSource> source;
};

/// Batches: chosen from those that wait, drawn by a slow job, printed, and told to their people.
class BatchService {
 public:
  BatchService(db::Database& database, const Clock& clock, BadgeService& badges,
               edition::EditionService& editions, file::FileService& files, BadgeMessages& messages,
               std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        badges_(badges),
        editions_(editions),
        files_(files),
        messages_(messages),
        working_folder_(std::move(working_folder)) {}

  /// What `create` would take, and whose badges cannot be printed as they should.
  BadgeBatchPreview preview(const Caller& caller, const BadgeFilter& filter, int limit);
  /// At most `limit` of the waiting badges that the filter finds; as many as were confirmed.
  BadgeBatchRow create(const Caller& caller, const BadgeFilter& filter, int limit,
                       const BatchConfirmation& confirmed);
  Page<BadgeBatchRow> list(const Caller& caller, const BatchFilter& filter, const PageRequest& page);
  BadgeBatchRow get(const Caller& caller, const BatchId& id);
  /// Printed: its badges can be handed over or sent, and their people hear of it.
  BadgeBatchRow finish(const Caller& caller, const BatchId& id);
  /// Its badges wait again.
  BadgeBatchRow cancel(const Caller& caller, const BatchId& id);
  BadgeBatchRow retry(const Caller& caller, const BatchId& id);
  BatchDownload download_pdf(const Caller& caller, const BatchId& id);
  BatchDownload download_list(const Caller& caller, const BatchId& id);

  /// The job `badge_printing`.
  void print(const jobs::JobRow& job, jobs::Progress& progress);
  static constexpr std::string_view printing_job = "badge_printing";
  /// The job `badge_news`.
  void tell(const jobs::JobRow& job, jobs::Progress& progress);
  static constexpr std::string_view news_job = "badge_news";

  /// Periodic: batches whose job died without a word.
  void fail_abandoned();

 private:
  class Printing;
  JobId start_printing(db::Tx& tx, const BatchId& id);
  BatchDownload download(const Caller& caller, const BatchId& id, std::optional<FileId> Batch::*file);
  BadgeBatchRow change(const Caller& caller, const BatchId& id, const char* summary,
                       const std::function<bool(db::Tx&, const Batch&)>& change);
  db::Database& database_;
  const Clock& clock_;
  BadgeService& badges_;
  edition::EditionService& editions_;
  file::FileService& files_;
  BadgeMessages& messages_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate::badge
