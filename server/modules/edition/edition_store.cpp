#include "edition/edition_store.h"

#include <fmt/format.h>

#include <algorithm>

namespace expogate::edition::store {
namespace {

const std::string select_editions =
    "select id, number, name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on, entry_from_on, "
    "entry_to_on, invitation_code_use, reuse_from_number, review_days_mainland, review_days_elsewhere, "
    "order_hours, document_types, state, replaced_id, version from editions";

}  // namespace

std::vector<Edition> list(db::Tx& tx) {
  return tx.query<Edition>(select_editions + " order by number desc");
}

std::optional<Edition> find(db::Tx& tx, const EditionId& id) {
  return tx.one<Edition>(select_editions + " where id = $1", id);
}

std::optional<Edition> find_current(db::Tx& tx) {
  return tx.one<Edition>(select_editions + " where state = 'current'");
}

std::optional<Edition> find_latest(db::Tx& tx) {
  return tx.one<Edition>(select_editions + " order by number desc limit 1");
}

void add(db::Tx& tx, const Edition& e, Instant now) {
  tx.exec(R"(
      insert into editions (id, number, name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on, entry_from_on,
                            entry_to_on, invitation_code_use, reuse_from_number, review_days_mainland,
                            review_days_elsewhere, order_hours, document_types, state, version, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19))",
          e.id, e.number, e.name_zh, e.name_en, e.venue_zh, e.venue_en, e.show_from_on, e.show_to_on,
          e.entry_from_on, e.entry_to_on, e.invitation_code_use, e.reuse_from_number, e.review_days_mainland,
          e.review_days_elsewhere, e.order_hours, e.document_types, e.state, e.version, now);
}

bool change(db::Tx& tx, const Edition& e, std::int64_t version_read) {
  return tx.exec(R"(
      update editions set name_zh = $3, name_en = $4, venue_zh = $5, venue_en = $6, show_from_on = $7, show_to_on = $8,
                          entry_from_on = $9, entry_to_on = $10, invitation_code_use = $11, reuse_from_number = $12,
                          review_days_mainland = $13, review_days_elsewhere = $14, order_hours = $15,
                          document_types = $16,
                          version = version + 1
      where id = $1 and version = $2)",
                 e.id, version_read, e.name_zh, e.name_en, e.venue_zh, e.venue_en, e.show_from_on,
                 e.show_to_on, e.entry_from_on, e.entry_to_on, e.invitation_code_use, e.reuse_from_number,
                 e.review_days_mainland, e.review_days_elsewhere, e.order_hours, e.document_types) == 1;
}

bool change_state(db::Tx& tx, const EditionId& id, EditionState from, EditionState to) {
  return tx.exec("update editions set state = $3, version = version + 1 where id = $1 and state = $2", id,
                 from, to) == 1;
}

void note_replaced(db::Tx& tx, const EditionId& id, const std::optional<EditionId>& replaced) {
  tx.exec("update editions set replaced_id = $2 where id = $1", id, replaced);
}

std::optional<Edition> lock(db::Tx& tx, const EditionId& id) {
  std::string_view lock = tx.engine() == db::Engine::postgres ? " for update" : "";
  return tx.one<Edition>(fmt::format("{} where id = $1{}", select_editions, lock), id);
}

std::int64_t count_organizations(db::Tx& tx, const EditionId& id) {
  return tx.value<std::int64_t>("select count(*) from organizations where edition_id = $1", id);
}

std::vector<Window> list_windows(db::Tx& tx, const EditionId& edition) {
  auto windows = tx.query<Window>(
      "select kind, opens_at, closes_at, version from edition_windows where edition_id = $1", edition);
  // In the order in which the fair goes through them, not in that of their English words.
  std::sort(windows.begin(), windows.end(), [](auto& a, auto& b) { return a.kind < b.kind; });
  return windows;
}

std::optional<Window> find_window(db::Tx& tx, const EditionId& edition, WindowKind kind) {
  return tx.one<Window>(
      "select kind, opens_at, closes_at, version from edition_windows where edition_id = $1 and kind = $2",
      edition, kind);
}

std::optional<Window> hold_window(db::Tx& tx, const EditionId& edition, WindowKind kind) {
  std::string_view hold = tx.engine() == db::Engine::postgres ? " for key share of e" : "";
  return tx.one<Window>(fmt::format(R"(
      select w.kind, w.opens_at, w.closes_at, w.version
      from edition_windows w join editions e on e.id = w.edition_id
      where w.edition_id = $1 and w.kind = $2 and e.state <> 'preparing'{})",
                                    hold),
                        edition, kind);
}

void add_window(db::Tx& tx, const EditionId& edition, const Window& window) {
  tx.exec(
      "insert into edition_windows (edition_id, kind, opens_at, closes_at, version) values ($1, $2, $3, $4, "
      "$5)",
      edition, window.kind, window.opens_at, window.closes_at, window.version);
}

bool change_window(db::Tx& tx, const EditionId& edition, const Window& window, std::int64_t version_read) {
  return tx.exec(R"(
      update edition_windows set opens_at = $4, closes_at = $5, version = version + 1
      where edition_id = $1 and kind = $2 and version = $3)",
                 edition, window.kind, version_read, window.opens_at, window.closes_at) == 1;
}

}  // namespace expogate::edition::store
