#pragma once
#include <filesystem>
#include <map>

#include "base/page.h"
#include "file/file_service.h"
#include "import_export/exporter.h"
#include "import_export/sheet_export.h"
#include "platform/jobs/runner.h"

namespace expogate::import_export {

struct NewExport {
  std::string kind, parameters_json, title;
};

/// A file on its way to the one who asked for it.
struct ExportDownload {
  file::File file;
  std::unique_ptr<ByteSource> source;
};

/// Exports of lists: started with the list, made by a slow job, fetched by their owner for a week.
class SheetExportService {
 public:
  SheetExportService(db::Database& database, const Clock& clock, file::FileService& files,
                     CallerSource& callers, std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        files_(files),
        callers_(callers),
        working_folder_(std::move(working_folder)) {}

  /// Said once at start by the modules that own the lists.
  void offer(std::string kind, Exporter exporter);

  SheetExport start_later(db::Tx& tx, const Caller& caller, const NewExport& wanted);

  Page<SheetExport> list_exports(const Caller& caller, const PageRequest& page);
  SheetExport get(const Caller& caller, const SheetExportId& id);
  /// Rights are asked again: who lost them gets no more copies.
  ExportDownload download(const Caller& caller, const SheetExportId& id);
  /// An unfinished one stops; a finished one goes with its file.
  void remove(const Caller& caller, const SheetExportId& id);

  /// The job `sheet_export`.
  void run(const jobs::JobRow& job, jobs::Progress& progress);
  static constexpr std::string_view export_job = "sheet_export";

  /// Periodic.
  void expire();

 private:
  const Exporter& exporter_of(const std::string& kind) const;
  SheetExport get(db::Tx& tx, const Caller& caller, const SheetExportId& id);
  Caller get_caller(const SheetExport& e);
  void make(SheetExport& e, jobs::Progress& progress);
  void fail(const SheetExport& e, const ErrorCode& reason);
  void fail_abandoned(db::Tx& tx);
  db::Database& database_;
  const Clock& clock_;
  file::FileService& files_;
  CallerSource& callers_;
  std::filesystem::path working_folder_;
  std::map<std::string, Exporter> exporters_;
};

}  // namespace expogate::import_export
