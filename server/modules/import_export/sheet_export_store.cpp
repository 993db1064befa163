#include "import_export/sheet_export_store.h"

#include <fmt/format.h>

#include "platform/db/list_query.h"

namespace expogate::import_export::store {
namespace {

constexpr std::string_view columns =
    "id, edition_id, account_id, kind, parameters_json, title, locale, state, job_id, attempt, rows_done, "
    "rows_total, file_id, bytes, error_code, created_at, finished_at, expires_at, downloaded_at";

}  // namespace

void add(db::Tx& tx, const SheetExport& e) {
  tx.exec(R"(
      insert into sheet_exports (id, edition_id, account_id, kind, parameters_json, title, locale, state, job_id, attempt, rows_done, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10))",
          e.id, e.edition_id, e.account_id, e.kind, e.parameters_json, e.title, e.locale, e.state, e.job_id,
          e.created_at);
}

Page<SheetExport> list(db::Tx& tx, const AccountId& account, const PageRequest& page) {
  db::ListQuery query("sheet_exports", columns);
  query.where("account_id = ?", account);
  query.order_by(page.sort, {{"created_at", "created_at"}}, "created_at desc", "id");
  return query.page<SheetExport>(tx, page);
}

std::optional<SheetExport> find(db::Tx& tx, const AccountId& account, const SheetExportId& id) {
  return tx.one<SheetExport>(
      fmt::format("select {} from sheet_exports where id = $1 and account_id = $2", columns), id, account);
}

std::int64_t count_unfinished(db::Tx& tx, const AccountId& account) {
  return tx.value<std::int64_t>(
      "select count(*) from sheet_exports where account_id = $1 and state in ('queued', 'running')", account);
}

void note_download(db::Tx& tx, const SheetExportId& id, Instant now) {
  tx.exec("update sheet_exports set downloaded_at = $2 where id = $1", id, now);
}

bool remove(db::Tx& tx, const SheetExportId& id) {
  return tx.exec("delete from sheet_exports where id = $1", id) == 1;
}

std::optional<SheetExport> begin(db::Tx& tx, const SheetExportId& id, int attempt) {
  return tx.one<SheetExport>(fmt::format(R"(
      update sheet_exports set state = 'running', attempt = $2, rows_done = 0, rows_total = null
      where id = $1 and state in ('queued', 'running') returning {})",
                                         columns),
                             id, attempt);
}

bool note_progress(db::Tx& tx, const SheetExport& e, std::int64_t rows_done,
                   std::optional<std::int64_t> rows_total) {
  return tx.exec(R"(
      update sheet_exports set rows_done = $3, rows_total = $4
      where id = $1 and attempt = $2 and state = 'running')",
                 e.id, e.attempt, rows_done, rows_total) == 1;
}

bool finish(db::Tx& tx, const SheetExport& e) {
  return tx.exec(R"(
      update sheet_exports set state = 'done', rows_done = $3, rows_total = $3, file_id = $4, bytes = $5, finished_at = $6, expires_at = $7
      where id = $1 and attempt = $2 and state = 'running')",
                 e.id, e.attempt, e.rows_done, e.file_id, e.bytes, e.finished_at, e.expires_at) == 1;
}

bool fail(db::Tx& tx, const SheetExport& e, std::string_view error_code, Instant now) {
  return tx.exec(R"(
      update sheet_exports set state = 'failed', error_code = $3, finished_at = $4
      where id = $1 and attempt = $2 and state in ('queued', 'running'))",
                 e.id, e.attempt, error_code, now) == 1;
}

std::vector<SheetExport> list_overdue(db::Tx& tx, Instant now, int limit) {
  return tx.query<SheetExport>(
      fmt::format("select {} from sheet_exports where state = 'done' and expires_at <= $1 limit $2", columns),
      now, limit);
}

void expire(db::Tx& tx, const SheetExportId& id) {
  tx.exec("update sheet_exports set state = 'expired', file_id = null where id = $1 and state = 'done'", id);
}

std::vector<SheetExport> list_unfinished_since(db::Tx& tx, Instant before, int limit) {
  return tx.query<SheetExport>(
      fmt::format(
          "select {} from sheet_exports where state in ('queued', 'running') and created_at < $1 limit $2",
          columns),
      before, limit);
}

void forget(db::Tx& tx, Instant before) {
  tx.exec("delete from sheet_exports where state in ('failed', 'expired') and created_at < $1", before);
}

}  // namespace expogate::import_export::store
