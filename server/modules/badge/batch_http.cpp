#include "badge/badge_http.h"
#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/wire/page_query.h"

namespace expogate::badge {

struct BadgeBatchQuery : wire::PageQuery, BatchFilter {};
BOOST_DESCRIBE_STRUCT(BadgeBatchQuery, (wire::PageQuery, BatchFilter), ())

struct BadgeBatchRequest {
  BadgeFilter filter;
  int limit = most_in_batch;
};
BOOST_DESCRIBE_STRUCT(BadgeBatchRequest, (), (filter, limit))

struct BadgeBatchOrder : BadgeBatchRequest {
  std::int64_t confirmed_count = 0;  ///< of the preview
  std::optional<bool> has_boxes;     ///< prints also what no font has
};
BOOST_DESCRIBE_STRUCT(BadgeBatchOrder, (BadgeBatchRequest), (confirmed_count, has_boxes))

namespace {

void require_size(const BadgeBatchRequest& r) {
  if (r.limit < 1 || r.limit > most_in_batch)
    throw ValidationError("limit", batch_size_wrong, {{"max", most_in_batch}});
}

}  // namespace

void add_batch_routes(wire::Router& router, BatchService& batches) {
  router.get("/badge_batches", "badge_batch_list")
      .allow(Permission::see_badges)
      .summary("Badge production batches (制证批次), newest first")
      .handle([&](const Caller& caller, const BadgeBatchQuery& q) {
        return wire::page_view(batches.list(caller, q, wire::page_request(q)));
      });

  router.get("/badge_batches/{id}", "badge_batch_get")
      .allow(Permission::see_badges)
      .summary("A production batch and the progress of its files")
      .handle([&](const Caller& caller, BatchId id) { return batches.get(caller, id); });

  router.post("/badge_batches/previews", "badge_batch_preview")
      .allow(Permission::make_badges)
      .in_lane(http::Lane::heavy)
      .outside_editions()
      .summary("Previews a production batch, with badges containing characters missing from the fonts")
      .handle([&](const Caller& caller, const BadgeBatchRequest& r) {
        require_size(r);
        return batches.preview(caller, r.filter, r.limit);
      });

  router.post("/badge_batches", "badge_batch_create")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .in_lane(http::Lane::heavy)
      .idempotent()
      .summary("Creates a production batch of badges awaiting production, with PDF and list")
      .handle([&](const Caller& caller, const BadgeBatchOrder& r) {
        require_size(r);
        return batches.create(caller, r.filter, r.limit, {r.confirmed_count, r.has_boxes.value_or(false)});
      });

  router.post("/badge_batches/{id}/completions", "badge_batch_finish")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Completes a batch: its badges are ready and the attendees are notified")
      .handle(
          [&](const Caller& caller, BatchId id, const wire::NoInput&) { return batches.finish(caller, id); });

  router.post("/badge_batches/{id}/cancellations", "badge_batch_cancel")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Cancels a batch; its badges return to awaiting production")
      .handle(
          [&](const Caller& caller, BatchId id, const wire::NoInput&) { return batches.cancel(caller, id); });

  router.post("/badge_batches/{id}/retries", "badge_batch_retry")
      .allow(Permission::make_badges)
      .also_in_past_editions()
      .idempotent()
      .summary("Generates the files of a failed batch again")
      .handle(
          [&](const Caller& caller, BatchId id, const wire::NoInput&) { return batches.retry(caller, id); });

  router.get("/badge_batches/{id}/pdf", "badge_batch_pdf_get")
      .allow(Permission::make_badges)
      .in_lane(http::Lane::heavy)
      .answers_file("application/pdf")
      .summary("The badges of a batch, one per page")
      .handle([&](const Caller& caller, BatchId id) {
        auto download = batches.download_pdf(caller, id);
        return wire::file_response(std::move(download.source), download.file.content_type,
                                   download.file.name);
      });

  router.get("/badge_batches/{id}/list", "badge_batch_sheet_get")
      .allow(Permission::make_badges)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("The list that goes with a batch")
      .handle([&](const Caller& caller, BatchId id) {
        auto download = batches.download_list(caller, id);
        return wire::file_response(std::move(download.source), download.file.content_type,
                                   download.file.name);
      });
}

}  // namespace expogate::badge
