#include "badge/batch_service.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "audit/audit.h"
#include "badge/badge_page.h"
#include "badge/batch_sheet.h"
#include "base/text.h"
#include "base/the_system.h"
#include "platform/db/turn.h"
#include "platform/wire/codec.h"

namespace expogate::badge {

struct BatchPayload {
  BatchId batch_id;
};
BOOST_DESCRIBE_STRUCT(BatchPayload, (), (batch_id))

namespace {

constexpr int printing_attempts = 3, piece = 100, abandoned_at_once = 20;

/// The batch was cancelled while it was being drawn.
struct TakenAway {};

Refusal refusal_of(const Caller& caller, const Batch& batch) {
  return Refusal(batch_not_in_state, {{"state", std::string(enum_words(batch.state, caller.locale))}});
}

Caller system_for(const Batch& batch) {
  auto caller = the_system();
  caller.edition = batch.edition_id;
  return caller;
}

/// Characters are looked up all together first: mostly every font has all of them.
std::vector<UnprintableBadge> unprintable_of(const std::vector<Badge>& badges) {
  std::set<std::string> characters;
  for (auto& b : badges)
    for (auto* text : {&b.name_zh, &b.name_en, &b.organization_zh, &b.organization_en, &b.position})
      for (auto character : characters_of(*text)) characters.emplace(character);
  std::vector<UnprintableBadge> unprintable;
  if (characters_without_glyph(fmt::format("{}", fmt::join(characters, "\n"))).empty()) return unprintable;
  for (auto& b : badges)
    if (auto missing = unprintable_characters(b); !missing.empty())
      unprintable.push_back({badge_number(b.code_edition_number, b.code_serial), b.name_zh, b.name_en,
                             fmt::format("{}", fmt::join(missing, " "))});
  return unprintable;
}

/// `王𰻝 B8-00000012 𰻝 · …`: the same in both languages, for it stands inside a sentence of either.
std::string whose(const std::vector<UnprintableBadge>& badges) {
  constexpr std::size_t most_named = 20;
  std::string text;
  for (std::size_t i = 0; i < std::min(badges.size(), most_named); ++i) {
    auto& b = badges[i];
    text += fmt::format("{}{} {} {}", i == 0 ? "" : " · ", b.name_zh.empty() ? b.name_en : b.name_zh,
                        b.number, b.characters);
  }
  return badges.size() > most_named ? text + " · …" : text;
}

std::string file_name(const Batch& batch, std::string_view ending) {
  return fmt::format("制证批次 Batch {}.{}", batch.serial, ending);
}

}  // namespace

JobId BatchService::start_printing(db::Tx& tx, const BatchId& id) {
  auto now = clock_.now();
  return jobs::add_job(tx, printing_job, wire::to_json(BatchPayload{id}), now, now, printing_attempts);
}

BadgeBatchPreview BatchService::preview(const Caller& caller, const BadgeFilter& filter, int limit) {
  auto waiting = database_.read(
      [&](db::Tx& tx) { return store::list_awaiting(tx, caller, filter, std::min(limit, most_in_batch)); });
  BadgeBatchPreview preview;
  preview.count = std::int64_t(waiting.size());
  for (auto& b : waiting)
    if (preview.examples.size() < wire::selection_examples)
      preview.examples.push_back({badge_number(b.code_edition_number, b.code_serial), b.name_zh, b.name_en});
  preview.unprintable = unprintable_of(waiting);
  return preview;
}

BadgeBatchRow BatchService::create(const Caller& caller, const BadgeFilter& filter, int limit,
                                   const BatchConfirmation& confirmed) {
  // Before the transaction: fonts take their time.
  if (!confirmed.has_boxes)
    if (auto wrong = preview(caller, filter, limit).unprintable; !wrong.empty())
      throw Refusal(batch_unprintable, {{"count", wrong.size()}, {"whose", whose(wrong)}});
  auto id = database_.write([&](db::Tx& tx) {
    db::take_turn(tx, "badge_batches");  // two at once would choose the same badges
    auto chosen = store::list_awaiting(tx, caller, filter, std::min(limit, most_in_batch));
    if (chosen.empty()) throw Refusal(batch_empty);
    wire::require_confirmed(confirmed.count, std::int64_t(chosen.size()));
    std::vector<BadgeId> ids;
    for (auto& badge : chosen) ids.push_back(badge.id);
    auto now = clock_.now();
    Batch batch;
    batch.id = new_id<BatchId>(now);
    batch.edition_id = caller.edition;
    batch.serial = store::next_batch_serial(tx);
    batch.job_id = start_printing(tx, batch.id);
    batch.created_by = caller.account;
    batch.created_at = now;
    store::add_batch(tx, batch);
    batch.badges = store::put_in_batch(tx, batch.id, ids, now);
    if (batch.badges == 0) throw Refusal(batch_empty);
    store::count_batch(tx, batch.id, batch.badges);
    audit::record(tx, caller, now,
                  {"badge_batch_created", "badge_batch", batch.id.text,
                   fmt::format("制证批次 {}：{} 张", batch.serial, batch.badges)});
    return batch.id;
  });
  return get(caller, id);
}

Page<BadgeBatchRow> BatchService::list(const Caller& caller, const BatchFilter& filter,
                                       const PageRequest& page) {
  return database_.read([&](db::Tx& tx) { return store::list_batches(tx, caller, filter, page); });
}

BadgeBatchRow BatchService::get(const Caller& caller, const BatchId& id) {
  return database_.read([&](db::Tx& tx) { return store::get_batch_row(tx, caller, id); });
}

BadgeBatchRow BatchService::change(const Caller& caller, const BatchId& id, const char* summary,
                                   const std::function<bool(db::Tx&, const Batch&)>& change) {
  database_.write([&](db::Tx& tx) {
    auto batch = store::get_batch_row(tx, caller, id);
    if (!change(tx, batch)) throw refusal_of(caller, *store::find_batch(tx, id));
    audit::record(
        tx, caller, clock_.now(),
        {"badge_batch_changed", "badge_batch", id.text, fmt::format("{} {}", summary, batch.serial)});
  });
  return get(caller, id);
}

BadgeBatchRow BatchService::finish(const Caller& caller, const BatchId& id) {
  return change(caller, id, "完成制证批次", [&](db::Tx& tx, const Batch& batch) {
    auto now = clock_.now();
    if (!store::change_batch_state(tx, batch.id, BatchState::ready, BatchState::made, now)) return false;
    store::finish_batch(tx, batch.id, now);
    jobs::add_job(tx, news_job, wire::to_json(BatchPayload{batch.id}), now, now);
    return true;
  });
}

BadgeBatchRow BatchService::cancel(const Caller& caller, const BatchId& id) {
  return change(caller, id, "取消制证批次", [&](db::Tx& tx, const Batch& batch) {
    auto now = clock_.now();
    bool is_open = batch.state == BatchState::printing || batch.state == BatchState::ready ||
                   batch.state == BatchState::failed;
    if (!is_open || !store::change_batch_state(tx, batch.id, batch.state, BatchState::cancelled, now))
      return false;
    store::take_out_of_batch(tx, batch.id);
    for (auto& file : {batch.pdf_file_id, batch.list_file_id})
      if (file) file::FileService::release(tx, *file, now);
    return true;
  });
}

BadgeBatchRow BatchService::retry(const Caller& caller, const BatchId& id) {
  return change(caller, id, "重新生成制证批次", [&](db::Tx& tx, const Batch& batch) {
    return store::begin_batch_again(tx, batch.id, start_printing(tx, batch.id));
  });
}

BatchDownload BatchService::download(const Caller& caller, const BatchId& id,
                                     std::optional<FileId> Batch::*which) {
  auto file = database_.write([&](db::Tx& tx) {
    auto batch = store::get_batch_row(tx, caller, id);
    if (batch.state != BatchState::ready && batch.state != BatchState::made) throw refusal_of(caller, batch);
    if (!(batch.*which)) throw NotFound();  // erased with those whom it showed (RET-01)
    audit::record(
        tx, caller, clock_.now(),
        {"badge_batch_downloaded", "badge_batch", id.text, fmt::format("下载制证批次 {}", batch.serial)});
    return file::FileService::find(tx, *(batch.*which));
  });
  expect(file.has_value(), "the files of a ready batch are kept");
  return {*file, files_.open(*file)};
}

BatchDownload BatchService::download_pdf(const Caller& caller, const BatchId& id) {
  return download(caller, id, &Batch::pdf_file_id);
}

BatchDownload BatchService::download_list(const Caller& caller, const BatchId& id) {
  return download(caller, id, &Batch::list_file_id);
}

/// One batch on its way into its two files.
class BatchService::Printing {
 public:
  Printing(BatchService& service, const Batch& batch, jobs::Progress& progress)
      : service_(service),
        batch_(batch),
        progress_(progress),
        edition_(service.editions_.get_edition(batch.edition_id)),
        pdf_(page_width, page_height, fmt::format("Badges {}", batch.serial), batch.created_at),
        sheet_(service.working_folder_ / batch.id.text, batch.serial) {}

  void run() {
    std::int64_t place = 0;
    while (true) {
      auto badges = service_.database_.read(
          [&](db::Tx& tx) { return store::list_of_batch(tx, batch_.id, place, piece); });
      if (badges.empty()) return keep();
      for (auto& badge : badges) {
        draw_badge(pdf_, badge, {edition_, service_.badges_.fair()}, service_.badges_.code_of(badge),
                   service_.badges_.photo_of(badge));
        sheet_.add(badge);
        place = *badge.batch_place;
      }
      tell(int(place));
    }
  }

 private:
  void tell(int done) {
    progress_.tell(done, batch_.badges);
    service_.database_.write([&](db::Tx& tx) {
      if (!store::note_batch_progress(tx, batch_.id, done)) throw TakenAway();
    });
  }

  void keep() {
    auto caller = system_for(batch_);
    auto pdf = service_.files_.add_bytes(caller, {"badge_batch", file_name(batch_, "pdf"), "application/pdf"},
                                         pdf_.finish());
    auto list = service_.files_.add_path(
        caller, {"badge_batch", file_name(batch_, "xlsx"), std::string(sheet_content_type)}, sheet_.finish());
    service_.database_.write([&](db::Tx& tx) {
      if (!store::finish_files(tx, batch_.id, pdf.id, list.id)) throw TakenAway();  // they expire
      file::FileService::keep(tx, pdf.id);
      file::FileService::keep(tx, list.id);
    });
  }

  BatchService& service_;
  const Batch& batch_;
  jobs::Progress& progress_;
  edition::Edition edition_;
  PdfDocument pdf_;
  BatchSheet sheet_;
};

void BatchService::print(const jobs::JobRow& job, jobs::Progress& progress) {
  auto id = wire::from_json<BatchPayload>(job.payload).batch_id;
  auto batch = database_.read([&](db::Tx& tx) { return store::find_batch(tx, id); });
  if (!batch || batch->state != BatchState::printing || batch->job_id != job.id) return;
  try {
    Printing(*this, *batch, progress).run();
  } catch (const TakenAway&) {
    return;
  } catch (const jobs::Interrupted&) {
    throw;
  } catch (const std::exception&) {
    if (job.attempts >= job.max_attempts)
      database_.write([&](db::Tx& tx) { store::fail_batch(tx, id, batch_failed.code); });
    throw;
  }
}

void BatchService::tell(const jobs::JobRow& job, jobs::Progress& progress) {
  auto id = wire::from_json<BatchPayload>(job.payload).batch_id;
  for (int told = 0;; told += piece) {
    progress.tell(told, told + piece);
    auto count = database_.write([&](db::Tx& tx) {
      auto badges = store::list_untold(tx, id, piece);
      for (auto& badge : badges) {
        messages_.tell_made(tx, badge);
        store::note_told(tx, badge.id, clock_.now());
      }
      return badges.size();
    });
    if (count < piece) return;
  }
}

void BatchService::fail_abandoned() {
  database_.write([&](db::Tx& tx) {
    for (auto& batch : store::list_printing_since(tx, clock_.now() - jobs::lease_time, abandoned_at_once)) {
      auto job = batch.job_id ? jobs::find_job(tx, *batch.job_id) : std::nullopt;
      if (!job || job->state == jobs::State::dead) store::fail_batch(tx, batch.id, batch_failed.code);
    }
  });
}

}  // namespace expogate::badge
