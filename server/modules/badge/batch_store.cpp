#include <fmt/format.h>

#include "badge/batch.h"
#include "platform/db/list_query.h"

namespace expogate::badge::store {
namespace {

constexpr std::string_view columns =
    "t.id, t.edition_id, t.serial, t.state, t.badges, t.badges_done, t.job_id, t.pdf_file_id, "
    "t.list_file_id, "
    "t.error_code, t.created_by, t.created_at, t.finished_at, t.version";

db::ListQuery rows_of(const Caller& caller) {
  db::ListQuery query(
      "badge_batches t",
      std::string(columns) +
          ", c.display_name as created_by_name, (select count(*) from badges b where b.batch_id = t.id "
          "and b.state = 'revoked') as revoked");
  query.show("join accounts c on c.id = t.created_by").where("t.edition_id = ?", caller.edition);
  return query;
}

}  // namespace

std::optional<Batch> find_batch(db::Tx& tx, const BatchId& id) {
  return tx.one<Batch>(fmt::format("select {} from badge_batches t where t.id = $1", columns), id);
}

Page<BadgeBatchRow> list_batches(db::Tx& tx, const Caller& caller, const BatchFilter& filter,
                                 const PageRequest& page) {
  auto query = rows_of(caller);
  query.where_in("t.state", filter.state)
      .order_by(page.sort, {{"serial", "t.serial"}}, "t.serial desc", "t.serial");
  return query.page<BadgeBatchRow>(tx, page);
}

BadgeBatchRow get_batch_row(db::Tx& tx, const Caller& caller, const BatchId& id) {
  auto query = rows_of(caller);
  query.where("t.id = ?", id).order_by("", {}, "t.serial", "t.serial");
  auto rows = query.first<BadgeBatchRow>(tx, 1);
  if (rows.empty()) throw NotFound();
  return rows.front();
}

std::int64_t next_batch_serial(db::Tx& tx) {
  return tx.value<std::int64_t>(R"(
      insert into serial_numbers (name, last) values ('badge_batches', 1)
      on conflict (name) do update set last = serial_numbers.last + 1 returning last)");
}

void add_batch(db::Tx& tx, const Batch& t) {
  tx.exec(R"(
      insert into badge_batches (id, edition_id, serial, state, badges, badges_done, job_id, created_by, created_at,
                                 version)
      values ($1, $2, $3, 'printing', $4, 0, $5, $6, $7, 1))",
          t.id, t.edition_id, t.serial, t.badges, t.job_id, t.created_by, t.created_at);
}

void count_batch(db::Tx& tx, const BatchId& id, int badges) {
  tx.exec("update badge_batches set badges = $2 where id = $1", id, badges);
}

bool change_batch_state(db::Tx& tx, const BatchId& id, BatchState from, BatchState to, Instant now) {
  return tx.exec(R"(
      update badge_batches set state = $3, finished_at = $4, version = version + 1 where id = $1 and state = $2)",
                 id, from, to, now) == 1;
}

bool begin_batch_again(db::Tx& tx, const BatchId& id, const JobId& job) {
  return tx.exec(R"(
      update badge_batches set state = 'printing', badges_done = 0, job_id = $2, error_code = null,
                               version = version + 1
      where id = $1 and state = 'failed')",
                 id, job) == 1;
}

bool note_batch_progress(db::Tx& tx, const BatchId& id, int done) {
  return tx.exec("update badge_batches set badges_done = $2 where id = $1 and state = 'printing'", id,
                 done) == 1;
}

bool finish_files(db::Tx& tx, const BatchId& id, const FileId& pdf, const FileId& list) {
  return tx.exec(R"(
      update badge_batches set state = 'ready', pdf_file_id = $2, list_file_id = $3, version = version + 1
      where id = $1 and state = 'printing')",
                 id, pdf, list) == 1;
}

void fail_batch(db::Tx& tx, const BatchId& id, std::string_view error_code) {
  tx.exec(R"(
      update badge_batches set state = 'failed', error_code = $2, version = version + 1
      where id = $1 and state = 'printing')",
          id, error_code);
}

std::vector<Batch> list_printing_since(db::Tx& tx, Instant before, int limit) {
  return tx.query<Batch>(
      fmt::format("select {} from badge_batches t where t.state = 'printing' and t.created_at < $1 limit $2",
                  columns),
      before, limit);
}

}  // namespace expogate::badge::store
