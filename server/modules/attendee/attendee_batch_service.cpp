#include "attendee/attendee_batch_service.h"

#include "attendee/attendee_store.h"
#include "audit/audit.h"
#include "platform/db/turn.h"
#include "platform/wire/codec.h"

namespace expogate::attendee {

struct BatchPayload {
  AttendeeBatchId batch_id;
};
BOOST_DESCRIBE_STRUCT(BatchPayload, (), (batch_id))

namespace {

constexpr int piece = 50;

}  // namespace

void AttendeeBatchService::offer(BatchAction action, BatchActor actor) {
  actors_.emplace(action, std::move(actor));
}

const BatchActor& AttendeeBatchService::actor_of(BatchAction action) const {
  auto found = actors_.find(action);
  expect(found != actors_.end(), "every act of batches was offered at start");
  return found->second;
}

wire::SelectionPreview AttendeeBatchService::preview(const Caller& caller, const AttendeeFilter& filter) {
  auto documents = attendees_.document_indexes(filter);
  return database_.read([&](db::Tx& tx) {
    wire::SelectionPreview preview{store::extent_of(tx, caller, filter, documents).count, {}};
    for (auto& row : store::list_piece(tx, caller, filter, documents, 0, wire::selection_examples))
      preview.examples.push_back({row.number, row.name_zh, row.name_en});
    return preview;
  });
}

AttendeeBatch AttendeeBatchService::start(const Caller& caller, BatchAction action, const BatchWish& wish,
                                          const AttendeeFilter& filter, std::int64_t confirmed) {
  auto& actor = actor_of(action);
  if (!caller.may(actor.permission)) throw NotAllowed();
  if (actor.require) actor.require(wish);
  return database_.write([&](db::Tx& tx) {
    db::take_turn(tx, "attendee_batches " + caller.account.text);
    if (auto count = store::count_unfinished_batches(tx, caller.account); count >= most_unfinished_batches)
      throw Refusal(batches_too_many, {{"count", count}});
    auto extent = store::extent_of(tx, caller, filter, attendees_.document_indexes(filter));
    if (extent.count == 0) throw Refusal(batch_nobody);
    wire::require_confirmed(confirmed, extent.count);
    auto now = clock_.now();
    AttendeeBatch batch;
    batch.id = new_id<AttendeeBatchId>(now);
    batch.edition_id = caller.edition;
    batch.account_id = caller.account;
    batch.action = action;
    batch.wish_json = wire::to_json(wish);
    batch.filter_json = wire::to_json(filter);
    batch.locale = caller.locale;
    batch.total = extent.count;
    batch.until_serial = extent.last_serial;
    batch.created_at = now;
    store::add_batch(tx, batch);
    jobs::add_job(tx, batch_job, wire::to_json(BatchPayload{batch.id}), now, now);
    audit::record(tx, caller, now,
                  {"attendee_batch_started", "attendee_batch", batch.id.text,
                   "对全部筛选结果" + std::string(enum_words(action, Locale::zh_cn)) + ": " +
                       std::to_string(batch.total) + " 人"});
    return batch;
  });
}

AttendeeBatch AttendeeBatchService::get(db::Tx& tx, const Caller& caller, const AttendeeBatchId& id) {
  auto batch = store::find_batch(tx, id);
  if (!batch || batch->account_id != caller.account) throw NotFound();
  return *std::move(batch);
}

AttendeeBatch AttendeeBatchService::get(const Caller& caller, const AttendeeBatchId& id) {
  return database_.read([&](db::Tx& tx) { return get(tx, caller, id); });
}

Page<AttendeeBatch> AttendeeBatchService::list(const Caller& caller, const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_batches(tx, caller.account, page); });
}

Page<wire::BatchOutcome> AttendeeBatchService::list_outcomes(const Caller& caller, const AttendeeBatchId& id,
                                                             const BatchOutcomeFilter& filter,
                                                             const PageRequest& page) {
  return database_.read([&](db::Tx& tx) {
    get(tx, caller, id);
    return store::list_batch_outcomes(tx, id, filter, page);
  });
}

AttendeeBatch AttendeeBatchService::cancel(const Caller& caller, const AttendeeBatchId& id) {
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    if (store::end_batch(tx, id, BatchState::cancelled, std::nullopt, clock_.now()))
      audit::record(tx, caller, clock_.now(),
                    {"attendee_batch_cancelled", "attendee_batch", id.text,
                     "停止批量操作，已处理 " + std::to_string(before.done + before.refused) + " 人"});
    return get(tx, caller, id);
  });
}

AttendeeBatch AttendeeBatchService::do_piece(db::Tx& tx, const AttendeeBatch& batch, const Caller& caller) {
  auto filter = wire::from_json<AttendeeFilter>(batch.filter_json);
  auto wish = wire::from_json<BatchWish>(batch.wish_json);
  auto rows =
      store::list_piece(tx, caller, filter, attendees_.document_indexes(filter), batch.last_serial, piece);
  std::erase_if(rows, [&](auto& row) { return row.serial > batch.until_serial; });
  std::vector<AttendeeId> ids;
  for (auto& row : rows) ids.push_back(row.id);
  auto& act = actor_of(batch.action).act;
  auto outcomes = wire::do_each(tx, ids, store::list_by_ids(tx, caller.scope, ids), caller.locale,
                                [&](const Attendee& a) { act(tx, caller, a, wish); });
  auto after = batch;
  after.state = BatchState::running;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    store::add_batch_outcome(tx, batch.id, rows[i].serial, outcomes[i]);
    ++(outcomes[i].is_done ? after.done : after.refused);
    after.last_serial = rows[i].serial;
  }
  if (rows.size() < piece) {
    after.state = BatchState::done;
    after.finished_at = clock_.now();
  }
  return after;
}

void AttendeeBatchService::run(const jobs::JobRow& job, jobs::Progress& progress) {
  auto id = wire::from_json<BatchPayload>(job.payload).batch_id;
  for (;;) {
    auto batch = database_.read([&](db::Tx& tx) { return store::find_batch(tx, id); });
    if (!batch || !is_unfinished(batch->state)) return;
    auto caller = callers_.find_caller(batch->account_id, batch->edition_id, batch->locale);
    if (!caller || !caller->may(actor_of(batch->action).permission)) {
      database_.write([&](db::Tx& tx) {
        store::end_batch(tx, id, BatchState::failed, batch_not_allowed.code, clock_.now());
      });
      return;
    }
    try {
      database_.write([&](db::Tx& tx) {
        auto after = do_piece(tx, *batch, *caller);
        if (!store::advance_batch(tx, *batch, after)) throw Stale();
        batch = after;
      });
    } catch (const Stale&) {
      continue;  // stopped meanwhile, or another worker was here: nothing of this piece has happened
    }
    progress.tell(batch->done + batch->refused, std::max(batch->total, batch->done + batch->refused));
  }
}

void AttendeeBatchService::forget() {
  database_.write([&](db::Tx& tx) { store::forget_batches(tx, clock_.now() - batch_memory); });
}

}  // namespace expogate::attendee
