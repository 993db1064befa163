#include "attendee/attendee_http.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct BatchStart {
  BatchAction action = BatchAction::void_attendees;
  BatchWish wish;
  AttendeeFilter filter;
  std::int64_t confirmed_count = 0;  ///< of the preview
};
BOOST_DESCRIBE_STRUCT(BatchStart, (), (action, wish, filter, confirmed_count))

struct BatchSelection {
  AttendeeFilter filter;
};
BOOST_DESCRIBE_STRUCT(BatchSelection, (), (filter))

struct AttendeeBatchView {
  AttendeeBatchId id;
  BatchAction action = BatchAction::void_attendees;
  BatchState state = BatchState::queued;
  std::int64_t total = 0, done = 0, refused = 0;
  std::optional<std::string> error;  ///< in the caller's language
  Instant created_at;
  std::optional<Instant> finished_at;
};
BOOST_DESCRIBE_STRUCT(AttendeeBatchView, (),
                      (id, action, state, total, done, refused, error, created_at, finished_at))

struct BatchOutcomeQuery : wire::PageQuery, BatchOutcomeFilter {};
BOOST_DESCRIBE_STRUCT(BatchOutcomeQuery, (wire::PageQuery, BatchOutcomeFilter), ())

namespace {

AttendeeBatchView view_of(const AttendeeBatch& b, Locale locale) {
  AttendeeBatchView view{b.id,      b.action,     b.state,      b.total,      b.done,
                         b.refused, std::nullopt, b.created_at, b.finished_at};
  if (b.error_code) view.error = std::string(batch_not_allowed.words(locale));
  return view;
}

}  // namespace

void add_attendee_batch_routes(wire::Router& router, AttendeeBatchService& batches) {
  router.post("/attendee_batches/previews", "attendee_batch_preview")
      .allow(Permission::see_attendees)
      .outside_editions()
      .summary("Previews a bulk action: number of attendees and the first of them")
      .handle(
          [&](const Caller& caller, const BatchSelection& r) { return batches.preview(caller, r.filter); });

  router.post("/attendee_batches", "attendee_batch_start")
      .allow(Permission::see_attendees)
      .idempotent()
      .summary(
          "Performs an action on all attendees matching a filter, in the background; each action needs its "
          "own permission")
      .handle([&](const Caller& caller, const BatchStart& r) {
        return view_of(batches.start(caller, r.action, r.wish, r.filter, r.confirmed_count), caller.locale);
      });

  router.get("/attendee_batches", "attendee_batch_list")
      .allow(Permission::see_attendees)
      .summary("My bulk actions, newest first")
      .handle([&](const Caller& caller, const wire::PageQuery& q) {
        return wire::page_view(batches.list(caller, wire::page_request(q)),
                               [&](const AttendeeBatch& b) { return view_of(b, caller.locale); });
      });

  router.get("/attendee_batches/{id}", "attendee_batch_get")
      .allow(Permission::see_attendees)
      .summary("Progress of one of my bulk actions")
      .handle([&](const Caller& caller, AttendeeBatchId id) {
        return view_of(batches.get(caller, id), caller.locale);
      });

  router.get("/attendee_batches/{id}/outcomes", "attendee_batch_outcome_list")
      .allow(Permission::see_attendees)
      .summary("Result of a bulk action for each attendee, with the reason if not done")
      .handle([&](const Caller& caller, AttendeeBatchId id, const BatchOutcomeQuery& q) {
        return wire::page_view(batches.list_outcomes(caller, id, q, wire::page_request(q)));
      });

  router.post("/attendee_batches/{id}/cancellations", "attendee_batch_cancel")
      .allow(Permission::see_attendees)
      .idempotent()
      .summary("Stops a bulk action; completed steps are not undone")
      .handle([&](const Caller& caller, AttendeeBatchId id) {
        return view_of(batches.cancel(caller, id), caller.locale);
      });
}

}  // namespace expogate::attendee
