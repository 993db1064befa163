#include "app/opening_preview.h"

#include "base/permission.h"
#include "edition/edition_store.h"

namespace expogate {

/// What waits in the current edition. Money and badges can still be finished when it is past; who waits for a
/// review waits for good.
enum class UnfinishedThing {
  organizations_in_review,
  attendees_in_review,
  unpaid_orders,
  transfers_to_check,
  refunds_to_decide,
  refunds_under_way,
  badges_to_make,
  batches_in_print,
  parcels_to_send,
  mailings_under_way,
};
BOOST_DESCRIBE_ENUM(UnfinishedThing, organizations_in_review, attendees_in_review, unpaid_orders,
                    transfers_to_check, refunds_to_decide, refunds_under_way, badges_to_make,
                    batches_in_print, parcels_to_send, mailings_under_way)

struct UnfinishedLine {
  UnfinishedThing thing = UnfinishedThing::organizations_in_review;
  std::int64_t count = 0;
  bool can_be_finished_later = false;
};
BOOST_DESCRIBE_STRUCT(UnfinishedLine, (), (thing, count, can_be_finished_later))

/// What the prepared edition itself still lacks.
struct Unprepared {
  std::int64_t windows_without_dates = 0, options_without_price = 0, texts = 0, group_quotas = 0;
};
BOOST_DESCRIBE_STRUCT(Unprepared, (), (windows_without_dates, options_without_price, texts, group_quotas))

struct OpeningPreview {
  std::optional<EditionId> current_id;
  std::vector<UnfinishedLine> unfinished;  ///< only what there is
  Unprepared prepared;
};
BOOST_DESCRIBE_STRUCT(OpeningPreview, (), (current_id, unfinished, prepared))

namespace {

struct Question {
  UnfinishedThing thing;
  bool can_be_finished_later;
  std::string_view sql;
};

const Question questions[] = {
    {UnfinishedThing::organizations_in_review, false,
     "select count(*) from organizations where edition_id = $1 and state in ('submitted', "
     "'awaiting_review', 'first_passed')"},
    {UnfinishedThing::attendees_in_review, false,
     "select count(*) from attendees where edition_id = $1 and state = 'awaiting_review'"},
    {UnfinishedThing::unpaid_orders, false,
     "select count(*) from orders where edition_id = $1 and state = 'unpaid'"},
    {UnfinishedThing::transfers_to_check, true,
     "select count(*) from bank_transfers t join orders r on r.id = t.order_id where r.edition_id = $1 and "
     "t.state = 'submitted'"},
    {UnfinishedThing::refunds_to_decide, true,
     "select count(*) from refunds f join orders r on r.id = f.order_id where r.edition_id = $1 and "
     "f.state = 'requested'"},
    {UnfinishedThing::refunds_under_way, true,
     "select count(*) from refunds f join orders r on r.id = f.order_id where r.edition_id = $1 and "
     "f.state in ('processing', 'failed')"},
    {UnfinishedThing::badges_to_make, true,
     "select count(*) from badges where edition_id = $1 and state = 'awaiting'"},
    {UnfinishedThing::batches_in_print, true,
     "select count(*) from badge_batches where edition_id = $1 and state in ('printing', 'ready')"},
    {UnfinishedThing::parcels_to_send, true,
     "select count(*) from parcels where edition_id = $1 and state = 'packed'"},
    {UnfinishedThing::mailings_under_way, true,
     "select count(*) from mailings where edition_id = $1 and state in ('queued', 'sending')"},
};

std::vector<UnfinishedLine> unfinished_of(db::Tx& tx, const EditionId& edition) {
  std::vector<UnfinishedLine> lines;
  for (auto& [thing, can_be_finished_later, sql] : questions)
    if (auto count = tx.value<std::int64_t>(sql, edition))
      lines.push_back({thing, count, can_be_finished_later});
  return lines;
}

Unprepared prepared_of(db::Tx& tx, const EditionId& id) {
  auto counted = [&](std::string_view sql) { return tx.value<std::int64_t>(sql, id); };
  return {counted("select count(*) from edition_windows where edition_id = $1 and (opens_at is null or "
                  "closes_at is null)"),
          counted("select count(*) from entry_options o where o.edition_id = $1 and o.active and not exists "
                  "(select 1 from entry_prices p where p.entry_option_id = o.id)"),
          counted("select count(*) from edition_texts where edition_id = $1"),
          counted("select count(*) from group_quotas where edition_id = $1")};
}

OpeningPreview preview(db::Tx& tx, const EditionId& id) {
  if (!edition::store::find(tx, id)) throw NotFound();
  OpeningPreview preview;
  if (auto current = edition::store::find_current(tx); current && current->id != id) {
    preview.current_id = current->id;
    preview.unfinished = unfinished_of(tx, current->id);
  }
  preview.prepared = prepared_of(tx, id);
  return preview;
}

}  // namespace

void add_opening_preview_routes(wire::Router& router, db::Database& database) {
  router.get("/editions/{id}/opening_preview", "edition_opening_preview_get")
      .allow(Permission::edit_edition)
      .summary("What is unfinished in the current edition and unprepared in this one (EDN-06)")
      .handle([&](const Caller&, EditionId id) {
        return database.read([&](db::Tx& tx) { return preview(tx, id); });
      });
}

}  // namespace expogate
