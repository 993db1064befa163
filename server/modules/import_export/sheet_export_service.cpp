#include "import_export/sheet_export_service.h"

#include <algorithm>

#include "audit/audit.h"
#include "import_export/sheet_export_store.h"
#include "platform/db/turn.h"
#include "platform/sheet/watermark.h"

namespace expogate::import_export {

struct ExportPayload {
  SheetExportId export_id;
};
BOOST_DESCRIBE_STRUCT(ExportPayload, (), (export_id))

namespace {

constexpr int export_attempts = 3;
constexpr std::int64_t rows_between_tellings = 500;
constexpr int piece = 100;

/// The owner took it away while it was being made.
struct TakenAway {};

/// Writes rows to the file, tells how far it is, and hears when it is no longer wanted.
class SheetSink final : public RowSink {
 public:
  SheetSink(SheetWriter& writer, db::Database& database, SheetExport& e, jobs::Progress& progress)
      : writer_(writer), database_(database), export_(e), progress_(progress) {}

  void set_total(std::int64_t rows) override {
    export_.rows_total = rows;
    tell();
  }
  void add_row(const std::vector<SheetCell>& cells) override {
    if (export_.rows_done == most_rows) throw Refusal(export_too_long, {{"most", most_rows}});
    writer_.add_row(cells);
    if (++export_.rows_done % rows_between_tellings == 0) tell();
  }

 private:
  void tell() {
    database_.write([&](db::Tx& tx) {
      progress_.tell(export_.rows_done, std::max(export_.rows_total.value_or(0), export_.rows_done));
      if (!store::note_progress(tx, export_, export_.rows_done, export_.rows_total)) throw TakenAway();
    });
  }
  SheetWriter& writer_;
  db::Database& database_;
  SheetExport& export_;
  jobs::Progress& progress_;
};

/// A folder that an attempt works in; what an earlier one left there when it was killed goes first.
class WorkingFolder {
 public:
  explicit WorkingFolder(std::filesystem::path path) : path(std::move(path)) {
    std::filesystem::remove_all(this->path);
  }
  ~WorkingFolder() {
    std::error_code kept;  // the next attempt, or the operator's cleaning, meets it again
    std::filesystem::remove_all(path, kept);
  }
  WorkingFolder(const WorkingFolder&) = delete;
  const std::filesystem::path path;
};

}  // namespace

void SheetExportService::offer(std::string kind, Exporter exporter) {
  exporters_.emplace(std::move(kind), std::move(exporter));
}

const Exporter& SheetExportService::exporter_of(const std::string& kind) const {
  auto found = exporters_.find(kind);
  expect(found != exporters_.end(), "every kind of export was offered at start");
  return found->second;
}

SheetExport SheetExportService::start_later(db::Tx& tx, const Caller& caller, const NewExport& wanted) {
  if (!exporter_of(wanted.kind).is_allowed(caller)) throw NotAllowed();
  db::take_turn(tx, "sheet_exports " + caller.account.text);
  auto unfinished = store::count_unfinished(tx, caller.account);
  if (unfinished >= most_unfinished) throw Refusal(export_too_many, {{"count", unfinished}});
  auto now = clock_.now();
  SheetExport e;
  e.id = new_id<SheetExportId>(now);
  e.edition_id = caller.edition;
  e.account_id = caller.account;
  e.kind = wanted.kind;
  e.parameters_json = wanted.parameters_json;
  e.title = wanted.title;
  e.locale = caller.locale;
  e.created_at = now;
  e.job_id = jobs::add_job(tx, export_job, wire::to_json(ExportPayload{e.id}), now, now, export_attempts);
  store::add(tx, e);
  audit::record(tx, caller, now, {"export_started", "sheet_export", e.id.text, "开始导出：" + e.title});
  return e;
}

Page<SheetExport> SheetExportService::list_exports(const Caller& caller, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list(tx, caller.account, page); });
}

SheetExport SheetExportService::get(db::Tx& tx, const Caller& caller, const SheetExportId& id) {
  auto e = store::find(tx, caller.account, id);
  if (!e) throw NotFound();
  return *std::move(e);
}

SheetExport SheetExportService::get(const Caller& caller, const SheetExportId& id) {
  return database_.read([&](db::Tx& tx) { return get(tx, caller, id); });
}

ExportDownload SheetExportService::download(const Caller& caller, const SheetExportId& id) {
  auto file = database_.write([&](db::Tx& tx) {
    auto e = get(tx, caller, id);
    if (!exporter_of(e.kind).is_allowed(caller)) throw NotAllowed(export_not_allowed);
    if (auto* reason = why_no_file(e.state)) throw Refusal(*reason);
    store::note_download(tx, id, clock_.now());
    audit::record(tx, caller, clock_.now(),
                  {"export_downloaded", "sheet_export", id.text, "下载导出文件：" + e.title});
    return file::FileService::find(tx, *e.file_id);
  });
  expect(file.has_value(), "the file of a finished export is kept");
  return {*file, files_.open(*file)};
}

void SheetExportService::remove(const Caller& caller, const SheetExportId& id) {
  database_.write([&](db::Tx& tx) {
    auto e = get(tx, caller, id);
    if (!store::remove(tx, id)) throw NotFound();
    if (e.file_id) file::FileService::release(tx, *e.file_id, clock_.now());
    audit::record(tx, caller, clock_.now(),
                  {"export_removed", "sheet_export", id.text, "取消或删除导出：" + e.title});
  });
}

void SheetExportService::run(const jobs::JobRow& job, jobs::Progress& progress) {
  auto id = wire::from_json<ExportPayload>(job.payload).export_id;
  auto e = database_.write([&](db::Tx& tx) { return store::begin(tx, id, job.attempts); });
  if (!e) return;  // taken away before it began
  try {
    make(*e, progress);
  } catch (const TakenAway&) {
    return;
  } catch (const jobs::Interrupted&) {
    throw;
  } catch (const Problem& reason) {
    fail(*e, reason.code());  // its owner is told; there is nothing for an operator to mend
  } catch (const std::exception&) {
    if (job.attempts >= job.max_attempts) fail(*e, export_failed);
    throw;
  }
}

Caller SheetExportService::get_caller(const SheetExport& e) {
  auto caller = callers_.find_caller(e.account_id, e.edition_id, e.locale);
  if (!caller || !exporter_of(e.kind).is_allowed(*caller)) throw NotAllowed(export_not_allowed);
  return *std::move(caller);
}

void SheetExportService::make(SheetExport& e, jobs::Progress& progress) {
  auto caller = get_caller(e);
  auto& exporter = exporter_of(e.kind);
  auto now = clock_.now();
  WorkingFolder folder(working_folder_ / e.id.text);
  SheetWriter writer(folder.path, e.title, exporter.headings(caller), watermark_of(caller, now));
  SheetSink sink(writer, database_, e, progress);
  exporter.write_rows(caller, e.parameters_json, sink);
  auto file = files_.add_path(
      caller, {std::string(export_job), sheet_file_name(e.title, now), std::string(sheet_content_type)},
      writer.finish());
  e.file_id = file.id;
  e.bytes = file.bytes;
  e.finished_at = clock_.now();
  e.expires_at = clock_.now() + export_lifetime;
  database_.write([&](db::Tx& tx) {
    if (!store::finish(tx, e)) throw TakenAway();  // nobody keeps its file: it expires
    file::FileService::keep(tx, file.id);
  });
}

void SheetExportService::fail(const SheetExport& e, const ErrorCode& reason) {
  database_.write([&](db::Tx& tx) { store::fail(tx, e, reason.code, clock_.now()); });
}

/// A job that killed its workers each time is dead and has told nobody.
void SheetExportService::fail_abandoned(db::Tx& tx) {
  for (auto& e : store::list_unfinished_since(tx, clock_.now() - jobs::lease_time, piece)) {
    auto job = jobs::find_job(tx, e.job_id);
    if (!job || job->state == jobs::State::dead) store::fail(tx, e, export_failed.code, clock_.now());
  }
}

void SheetExportService::expire() {
  auto now = clock_.now();
  database_.write([&](db::Tx& tx) {
    for (auto& e : store::list_overdue(tx, now, piece)) {
      store::expire(tx, e.id);
      file::FileService::release(tx, *e.file_id, now);
    }
    fail_abandoned(tx);
    store::forget(tx, now - export_memory);
  });
}

}  // namespace expogate::import_export
