#include <fmt/format.h>

#include "attendee/attendee_batch.h"
#include "platform/db/list_query.h"

namespace expogate::attendee::store {
namespace {

constexpr std::string_view columns =
    "id, edition_id, account_id, action, wish_json, filter_json, locale, state, total, done, refused, "
    "last_serial, "
    "until_serial, error_code, created_at, finished_at";

}  // namespace

void add_batch(db::Tx& tx, const AttendeeBatch& b) {
  tx.exec(R"(
      insert into attendee_batches (id, edition_id, account_id, action, wish_json, filter_json, locale, state, total,
                                    done, refused, last_serial, until_serial, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, $10, $11))",
          b.id, b.edition_id, b.account_id, b.action, b.wish_json, b.filter_json, b.locale, b.state, b.total,
          b.until_serial, b.created_at);
}

std::optional<AttendeeBatch> find_batch(db::Tx& tx, const AttendeeBatchId& id) {
  return tx.one<AttendeeBatch>(fmt::format("select {} from attendee_batches where id = $1", columns), id);
}

Page<AttendeeBatch> list_batches(db::Tx& tx, const AccountId& account, const PageRequest& page) {
  db::ListQuery query("attendee_batches", columns);
  query.where("account_id = ?", account)
      .order_by(page.sort, {{"created_at", "created_at"}}, "created_at desc", "id");
  return query.page<AttendeeBatch>(tx, page);
}

std::int64_t count_unfinished_batches(db::Tx& tx, const AccountId& account) {
  return tx.value<std::int64_t>(
      "select count(*) from attendee_batches where account_id = $1 and state in ('queued', 'running')",
      account);
}

bool advance_batch(db::Tx& tx, const AttendeeBatch& read, const AttendeeBatch& after) {
  return tx.exec(R"(
      update attendee_batches
      set state = $3, done = $4, refused = $5, last_serial = $6, finished_at = $7
      where id = $1 and last_serial = $2 and state in ('queued', 'running'))",
                 read.id, read.last_serial, after.state, after.done, after.refused, after.last_serial,
                 after.finished_at) == 1;
}

bool end_batch(db::Tx& tx, const AttendeeBatchId& id, BatchState state,
               std::optional<std::string_view> error_code, Instant now) {
  return tx.exec(R"(
      update attendee_batches set state = $2, error_code = $3, finished_at = $4
      where id = $1 and state in ('queued', 'running'))",
                 id, state, error_code, now) == 1;
}

void add_batch_outcome(db::Tx& tx, const AttendeeBatchId& id, std::int64_t serial,
                       const wire::BatchOutcome& o) {
  tx.exec(R"(
      insert into attendee_batch_outcomes (batch_id, serial, attendee_id, number, name_zh, name_en, is_done, reason)
      values ($1, $2, $3, $4, $5, $6, $7, $8))",
          id, serial, o.id, o.number, o.name_zh, o.name_en, o.is_done, o.reason);
}

Page<wire::BatchOutcome> list_batch_outcomes(db::Tx& tx, const AttendeeBatchId& id,
                                             const BatchOutcomeFilter& filter, const PageRequest& page) {
  db::ListQuery query("attendee_batch_outcomes",
                      "attendee_id as id, number, name_zh, name_en, is_done, reason");
  query.where("batch_id = ?", id);
  if (filter.is_done) query.where("is_done = ?", *filter.is_done);
  query.order_by(page.sort, {{"number", "serial"}}, "serial", "serial");
  return query.page<wire::BatchOutcome>(tx, page);
}

void forget_batches(db::Tx& tx, Instant before) {
  tx.exec("delete from attendee_batches where finished_at < $1", before);
}

}  // namespace expogate::attendee::store
