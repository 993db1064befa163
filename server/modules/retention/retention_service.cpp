#include "retention/retention_service.h"

#include <algorithm>
#include <set>

#include "audit/audit.h"
#include "audit/chain.h"
#include "base/localized.h"
#include "platform/wire/codec.h"

namespace expogate::retention {
namespace {

constexpr int piece = 500;

/// Spines in the order in which holdings name them: what refers to a row goes before it.
std::vector<const erasure::Spine*> spines_of(const erasure::Holdings& holdings, Kind kind) {
  std::vector<const erasure::Spine*> spines;
  for (auto& holding : holdings.erased)
    if (holding.kind == kind && std::find(spines.begin(), spines.end(), holding.spine) == spines.end())
      spines.push_back(holding.spine);
  return spines;
}

}  // namespace

/// What goes by moments belongs to the edition in whose time it was written, up to the end of its show. It
/// goes only when what was written before it goes too: no edition's rows go by the period of another.
struct RetentionService::DueKind {
  EditionId edition;
  RetentionPeriod period;
  Instant written_before;
  erasure::Scope scope() const { return {edition.text, written_before}; }
};

std::vector<PeriodView> RetentionService::list_periods(const EditionId& id, Locale locale) {
  auto edition = parts_.editions.get_edition(id);
  return parts_.database.read([&](db::Tx& tx) {
    auto erasures = store::list_erasures(tx, id);
    std::vector<PeriodView> views;
    for (auto& period : store::list_periods(tx, id)) {
      PeriodView view;
      static_cast<RetentionPeriod&>(view) = period;
      view.purpose = localized(locale, period.purpose_zh, period.purpose_en);
      view.basis = localized(locale, period.basis_zh, period.basis_en);
      view.due_at = due_at(edition, period);
      bool is_finished = true;
      for (auto& erasure : erasures) {
        if (erasure.kind != period.kind) continue;
        view.rows_erased += erasure.rows_erased;
        is_finished = is_finished && erasure.finished_at;
        if (erasure.finished_at) view.finished_at = std::max(view.finished_at, erasure.finished_at);
      }
      if (!is_finished) view.finished_at.reset();
      views.push_back(view);
    }
    return views;
  });
}

PeriodView RetentionService::change_period(const Caller& caller, const EditionId& id,
                                           const RetentionPeriod& wanted) {
  auto kind = wanted.kind;
  parts_.editions.get_edition(id);
  parts_.database.write([&](db::Tx& tx) {
    auto periods = store::list_periods(tx, id);
    auto& before = *std::find_if(periods.begin(), periods.end(), [&](auto& p) { return p.kind == kind; });
    auto after = wanted;
    ++after.version;
    if (!store::write_period(tx, id, after, wanted.version)) throw Stale();
    audit::record(
        tx, caller, parts_.clock.now(),
        {"retention_period_changed", "retention_period", id.text + "/" + std::string(enum_name(kind)),
         "修改保存期限：" + std::string(enum_words(kind, Locale::zh_cn)), audit::snapshot(before),
         audit::snapshot(after)});
  });
  for (auto& view : list_periods(id, caller.locale))
    if (view.kind == kind) return view;
  throw NotFound();
}

std::vector<RetentionService::DueKind> RetentionService::list_due() {
  auto now = parts_.clock.now();
  auto editions = parts_.editions.list_editions();
  std::sort(editions.begin(), editions.end(), [](auto& a, auto& b) { return a.number < b.number; });
  return parts_.database.read([&](db::Tx& tx) {
    std::vector<DueKind> due;
    std::set<Kind> held_back;
    for (auto& edition : editions)
      for (auto& period : store::list_periods(tx, edition.id)) {
        auto at = due_at(edition, period);
        if (!at || *at > now) {
          held_back.insert(period.kind);
          continue;
        }
        auto written_before = held_back.contains(period.kind) ? Instant{} : fair_day_end(edition.show_to_on);
        due.push_back({edition.id, period, written_before});
      }
    return due;
  });
}

erasure::Scope RetentionService::scope_of(const EditionId& edition, Kind kind) {
  for (auto& due : list_due())
    if (due.edition == edition && due.period.kind == kind) return due.scope();
  return {edition.text, {}};
}

std::int64_t RetentionService::run(const Tell& tell) {
  std::int64_t rows = 0;
  for (auto& due : list_due()) rows += erase_kind(due, tell);
  parts_.files.remove_leaving();
  if (rows > 0) parts_.database.write([&](db::Tx& tx) { erasure::compact_searches(tx, parts_.holdings); });
  return rows;
}

std::int64_t RetentionService::erase_kind(const DueKind& due, const Tell& tell) {
  std::int64_t rows = 0;
  for (auto* spine : spines_of(parts_.holdings, due.period.kind)) rows += erase_spine(due, *spine, tell);
  if (due.period.kind == Kind::record) rows += erase_audit(due.scope().before, tell);
  return rows;
}

std::int64_t RetentionService::erase_spine(const DueKind& due, const erasure::Spine& spine,
                                           const Tell& tell) {
  store::Erasure progress{due.period.kind, std::string(spine.name), "", 0, std::nullopt};
  auto known = parts_.database.read([&](db::Tx& tx) { return store::list_erasures(tx, due.edition); });
  for (auto& one : known)
    if (one.kind == progress.kind && one.spine == progress.spine) progress = one;
  // Somebody may have written into it since: then it is gone through again.
  if (progress.finished_at) {
    if (!is_anything_left(due, spine)) return 0;
    progress.last_key.clear();
  }
  std::int64_t rows = 0;
  for (;;) {
    auto now = parts_.clock.now();
    auto has_more = parts_.database.write([&](db::Tx& tx) {
      auto next = progress;
      auto found = erasure::next_piece(tx, spine, due.scope(), progress.last_key, piece);
      if (found) {
        for (auto& holding : parts_.holdings.erased)
          if (holding.kind == progress.kind && holding.spine == &spine)
            next.rows_erased += erasure::erase(tx, holding, due.scope(), *found, now);
        next.last_key = found->to;
        next.finished_at.reset();
      } else {
        next.finished_at = now;
      }
      store::write_erasure(tx, due.edition, next);
      return std::pair(found.has_value(), next);
    });
    rows += has_more.second.rows_erased - progress.rows_erased;
    progress = has_more.second;
    tell(progress.rows_erased, 0);
    if (!has_more.first) return rows;
  }
}

bool RetentionService::is_anything_left(const DueKind& due, const erasure::Spine& spine) {
  return std::any_of(parts_.holdings.erased.begin(), parts_.holdings.erased.end(), [&](auto& holding) {
    return holding.kind == due.period.kind && holding.spine == &spine &&
           parts_.database.read([&](db::Tx& tx) { return erasure::count_left(tx, holding, due.scope()); })
                   .left_rows > 0;
  });
}

std::int64_t RetentionService::erase_audit(Instant before, const Tell& tell) {
  std::int64_t rows = 0;
  for (;;) {
    int some = parts_.database.write(
        [&](db::Tx& tx) { return audit::erase_before(tx, parts_.audit_key, before, piece); });
    rows += some;
    tell(rows, 0);
    if (some < piece) return rows;
  }
}

void RetentionService::begin(const Caller& caller, const EditionId& id) {
  auto edition = parts_.editions.get_edition(id);
  auto now = parts_.clock.now();
  if (now < fair_day_end(edition.show_to_on)) throw Refusal(show_not_over);
  auto due = list_due();
  if (std::none_of(due.begin(), due.end(), [&](auto& one) { return one.edition == id; }))
    throw Refusal(nothing_due);
  parts_.database.write([&](db::Tx& tx) {
    jobs::add_job(tx, erasing_job, "{}", now, now);
    audit::record(tx, caller, now,
                  {"erasure_ordered", "edition", id.text, "清除到期个人信息：" + edition.name_zh});
  });
}

void RetentionService::enqueue_due() {
  auto now = parts_.clock.now();
  if (!list_due().empty())
    parts_.database.write([&](db::Tx& tx) { jobs::add_job(tx, erasing_job, "{}", now, now); });
}

void RetentionService::run_job(jobs::Progress& progress) {
  run([&](std::int64_t done, std::int64_t total) { progress.tell(done, total); });
}

// Lines get their place in the chain seconds after they are written, and only then are their words taken out.
void RetentionService::erase_log_later(db::Tx& tx, const std::string& subject_kind, const std::string& id) {
  auto now = parts_.clock.now();
  jobs::add_job(tx, log_job, wire::to_json(std::vector<std::string>{subject_kind, id}), now,
                now + minutes(1));
}

void RetentionService::erase_log(const jobs::JobRow& job) {
  auto subject = wire::from_json<std::vector<std::string>>(job.payload);
  parts_.database.write(
      [&](db::Tx& tx) { audit::erase_of(tx, parts_.audit_key, subject.at(0), subject.at(1)); });
}

void RetentionService::erase_attendee(db::Tx& tx, const EditionId& edition, const std::string& attendee) {
  auto now = parts_.clock.now();
  auto photos = store::list_photos_of(tx, attendee);
  store::forget_declined_document(tx, attendee);
  for (auto& holding : parts_.holdings.erased) erasure::erase_person(tx, holding, attendee, now);
  for (auto& holding : parts_.holdings.erased)
    if (holding.spine->table == "attendee_photos")
      for (auto& photo : photos) erasure::erase_one(tx, holding, {edition.text, now}, photo, now);
  erase_log_later(tx, "attendee", attendee);
}

void RetentionService::erase_organization(db::Tx& tx, const EditionId& edition,
                                          const std::string& organization, const std::string& account) {
  auto now = parts_.clock.now();
  for (auto& holding : parts_.holdings.erased) {
    if (holding.spine->is_by_moment) continue;
    auto table = holding.spine->table;
    if (table == "organizations" || table == "accounts")
      erasure::erase_one(tx, holding, {edition.text, now}, table == "accounts" ? account : organization, now);
  }
  erase_log_later(tx, "organization", organization);
}

}  // namespace expogate::retention
