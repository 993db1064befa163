#include "edition/edition_service.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "audit/audit.h"
#include "edition/catalogue_store.h"
#include "edition/edition_store.h"
#include "edition/edition_text.h"
#include "edition/entry_option_store.h"
#include "edition/facts.h"
#include "platform/wire/field_errors.h"

namespace expogate::edition {
namespace {

constexpr Duration remembered_for = seconds(1);
constexpr int most_skipped = 5;  // a slip of the finger would take the numbers in between away for good

template <class T>
void assign(std::optional<T> wanted, T& target) {
  if (wanted) target = std::move(*wanted);
}

void require_order(const Edition& e) {
  if (e.show_to_on < e.show_from_on) throw ValidationError("show_to_on", dates_reversed);
  if (e.entry_to_on < e.entry_from_on) throw ValidationError("entry_to_on", dates_reversed);
}

void require_within(const char* field, int value, int min, int max) {
  if (value < min || value > max)
    throw ValidationError(field, wire::field_range, {{"min", min}, {"max", max}});
}

void require_sense(const EditionRules& rules, int number) {
  require_within("reuse_from_number", rules.reuse_from_number, 1, number);
  require_within("review_days_mainland", rules.review_days_mainland, 1, 90);
  require_within("review_days_elsewhere", rules.review_days_elsewhere, 1, 90);
  require_within("order_hours", rules.order_hours, 1, 720);
}

CivilDate moved(const CivilDate& day, int by) {
  // Anywhere's days do: this is the calendar, not the clock.
  return shanghai_date(shanghai_day_start(day) + days(by));
}

/// The same time of another day by the fair's clocks, whose days have 23 to 25 hours.
std::optional<Instant> moved(std::optional<Instant> at, int by) {
  if (!at) return std::nullopt;
  auto day = fair_date(*at);
  auto since = *at - fair_day_start(day);
  return fair_moment(moved(day, by), int(since.ms / minutes(1).ms)) + milliseconds(since.ms % minutes(1).ms);
}

void move_dates(PricedEntryOption& priced, int by) {
  priced.option.from_on = moved(priced.option.from_on, by);
  priced.option.to_on = moved(priced.option.to_on, by);
  for (auto& price : priced.prices) {
    if (price.valid_from_on) price.valid_from_on = moved(*price.valid_from_on, by);
    if (price.valid_to_on) price.valid_to_on = moved(*price.valid_to_on, by);
  }
}

void copy_entry_options(db::Tx& tx, const EditionId& from, const EditionId& to, int days_later, Instant now) {
  for (auto& priced : store::list_entry_options(tx, from)) {
    move_dates(priced, days_later);
    priced.option.id = new_id<EntryOptionId>(now);
    priced.option.version = 1;
    for (auto& price : priced.prices) price.id = new_id_text(now);
    store::add_entry_option(tx, to, priced);
  }
}

Edition existing(std::optional<Edition> found) {
  if (!found) throw NotFound();
  return std::move(*found);
}

}  // namespace

std::vector<Edition> EditionService::list_editions() {
  return database_.read([](db::Tx& tx) { return store::list(tx); });
}

Edition EditionService::get_edition(const EditionId& id) {
  return database_.read([&](db::Tx& tx) { return existing(store::find(tx, id)); });
}

Edition EditionService::get_current() {
  auto now = clock_.now();
  std::lock_guard lock(mutex_);
  if (remembered_ && now < remembered_at_ + remembered_for && now >= remembered_at_) return *remembered_;
  remembered_ = database_.read([](db::Tx& tx) { return store::find_current(tx); });
  remembered_at_ = now;
  if (!remembered_) throw Problem(503, fair_missing);
  return *remembered_;
}

EditionId EditionService::require_known(std::string_view named) {
  EditionId id{std::string(named)};
  bool is_known = is_acceptable_id(named) &&
                  (id == get_current().id || database_.read([&](db::Tx& tx) { return store::find(tx, id); }));
  if (!is_known) throw Problem(404, edition_unknown);
  return id;
}

void EditionService::forget_current() {
  std::lock_guard lock(mutex_);
  remembered_.reset();
}

std::vector<Window> EditionService::list_windows(const EditionId& id) {
  return database_.read([&](db::Tx& tx) {
    existing(store::find(tx, id));
    return store::list_windows(tx, id);
  });
}

Edition EditionService::get_writable(db::Tx& tx, const EditionId& id) {
  auto edition = existing(store::find(tx, id));
  if (edition.state == EditionState::past) throw Refusal(edition_read_only);
  return edition;
}

void EditionService::require_writable(const EditionId& id) {
  database_.read([&](db::Tx& tx) { get_writable(tx, id); });
}

Edition EditionService::change_edition(const Caller& caller, const EditionId& id,
                                       const EditionChanges& changes, std::int64_t version) {
  auto changed = database_.write([&](db::Tx& tx) {
    auto before = get_writable(tx, id);
    auto after = before;
    assign(changes.name_zh, after.name_zh);
    assign(changes.name_en, after.name_en);
    assign(changes.venue_zh, after.venue_zh);
    assign(changes.venue_en, after.venue_en);
    assign(changes.show_from_on, after.show_from_on);
    assign(changes.show_to_on, after.show_to_on);
    assign(changes.entry_from_on, after.entry_from_on);
    assign(changes.entry_to_on, after.entry_to_on);
    assign(changes.invitation_code_use, after.invitation_code_use);
    assign(changes.reuse_from_number, after.reuse_from_number);
    assign(changes.review_days_mainland, after.review_days_mainland);
    assign(changes.review_days_elsewhere, after.review_days_elsewhere);
    assign(changes.order_hours, after.order_hours);
    require_order(after);
    require_sense(after, after.number);
    if (!store::change(tx, after, version)) throw Stale();
    after.version = version + 1;
    audit::record(tx, caller, clock_.now(),
                  {"edition_changed", "edition", id.text, "修改" + before.name_zh, audit::snapshot(before),
                   audit::snapshot(after)});
    return after;
  });
  forget_current();
  return changed;
}

Window EditionService::change_window(const Caller& caller, const EditionId& id, WindowKind kind,
                                     std::optional<Instant> opens_at, std::optional<Instant> closes_at,
                                     std::int64_t version) {
  if (opens_at && closes_at && *closes_at <= *opens_at) throw ValidationError("closes_at", dates_reversed);
  return database_.write([&](db::Tx& tx) {
    get_writable(tx, id);
    auto before = store::find_window(tx, id, kind);
    if (!before) throw NotFound();
    Window after{kind, opens_at, closes_at, version + 1};
    if (!store::change_window(tx, id, after, version)) throw Stale();
    audit::record(tx, caller, clock_.now(),
                  {"window_changed", "edition_window", id.text + "/" + std::string(enum_name(kind)),
                   "修改办理时间：" + std::string(enum_words(kind, Locale::zh_cn)), audit::snapshot(*before),
                   audit::snapshot(after)});
    return after;
  });
}

Edition EditionService::open_new_edition(const Caller& caller, const NewEdition& wanted) {
  auto now = clock_.now();
  return database_.write([&](db::Tx& tx) {
    auto last = existing(store::find_latest(tx));
    if (wanted.number <= last.number) throw Refusal(edition_number_taken, {{"latest", last.number}});
    require_within("number", wanted.number, last.number + 1, last.number + most_skipped);
    auto fresh = last;
    fresh.id = EditionId{std::to_string(wanted.number)};
    fresh.number = wanted.number;
    fresh.name_zh = wanted.name_zh;
    fresh.name_en = wanted.name_en;
    fresh.show_from_on = wanted.show_from_on;
    fresh.show_to_on = wanted.show_to_on;
    fresh.entry_from_on = wanted.entry_from_on;
    fresh.entry_to_on = wanted.entry_to_on;
    fresh.state = EditionState::preparing;
    fresh.replaced_id.reset();
    fresh.version = 1;
    require_order(fresh);
    store::add(tx, fresh, now);
    auto days_later = days_between(last.show_from_on, fresh.show_from_on);
    for (auto& window : store::list_windows(tx, last.id))
      store::add_window(
          tx, fresh.id,
          {window.kind, moved(window.opens_at, days_later), moved(window.closes_at, days_later), 1});
    copy_entry_options(tx, last.id, fresh.id, days_later, now);
    store::copy_texts(tx, last.id, fresh.id);
    store::copy_catalogues(tx, last.id, fresh.id, now);
    facts_.publish(tx, EditionOpened{last.id, fresh.id});
    audit::record(
        tx, caller, now,
        {"edition_opened", "edition", fresh.id.text, "新建" + fresh.name_zh, "null", audit::snapshot(fresh)});
    return fresh;
  });
}

Edition EditionService::make_current(const Caller& caller, const EditionId& id, std::string_view name) {
  auto opened = database_.write([&](db::Tx& tx) {
    auto fresh = existing(store::find(tx, id));
    if (fresh.state != EditionState::preparing) throw Refusal(edition_not_preparing);
    if (name != fresh.name_zh && name != fresh.name_en) {
      auto& wanted = caller.locale == Locale::en ? fresh.name_en : fresh.name_zh;
      throw ValidationError("name", edition_name_differs, {{"name", wanted}});
    }
    auto current = store::find_current(tx);
    if (current && !store::change_state(tx, current->id, EditionState::current, EditionState::past))
      throw Stale();
    if (!store::change_state(tx, id, EditionState::preparing, EditionState::current)) throw Stale();
    store::note_replaced(tx, id, current ? std::optional(current->id) : std::nullopt);
    audit::record(tx, caller, clock_.now(),
                  {"edition_made_current", "edition", id.text, "启用" + fresh.name_zh});
    return existing(store::find(tx, id));
  });
  forget_current();
  return opened;
}

Edition EditionService::take_back(const Caller& caller, const EditionId& id) {
  auto taken_back = database_.write([&](db::Tx& tx) {
    auto edition = existing(store::lock(tx, id));
    if (edition.state != EditionState::current || !edition.replaced_id) throw Refusal(edition_not_reversible);
    auto registered = store::count_organizations(tx, id);
    if (registered > 0) throw Refusal(edition_has_registrations, {{"count", registered}});
    if (!store::change_state(tx, id, EditionState::current, EditionState::preparing)) throw Stale();
    if (!store::change_state(tx, *edition.replaced_id, EditionState::past, EditionState::current))
      throw Stale();
    store::note_replaced(tx, id, std::nullopt);
    audit::record(tx, caller, clock_.now(),
                  {"edition_taken_back", "edition", id.text, "撤回启用" + edition.name_zh});
    return existing(store::find(tx, id));
  });
  forget_current();
  return taken_back;
}

void EditionService::require_open(db::Tx& tx, const EditionId& id, WindowKind kind) {
  auto window = store::hold_window(tx, id, kind).value_or(Window{kind, std::nullopt, std::nullopt, 0});
  if (window_state(window, clock_.now()) != WindowState::open)
    throw Refusal(window_closed, window_details(window));
}

}  // namespace expogate::edition
