#include "badge/badge_store.h"

#include <fmt/format.h>

#include "attendee/named_attendees.h"
#include "organization/named_organizations.h"

namespace expogate::badge::store {
namespace {

constexpr std::string_view columns =
    "b.id, b.edition_id, b.serial, b.code_edition_number, b.code_serial, b.attendee_id, b.organization_id, "
    "b.kind, "
    "b.state, b.batch_id, b.batch_place, b.parcel_id, b.collection, b.name_zh, b.name_en, b.organization_zh, "
    "b.organization_en, b.position, b.type, b.photo_id, b.entry_option_zh, b.entry_option_en, b.entry_days, "
    "b.created_at, b.produced_at, b.made_at, b.sent_at, b.collected_at, b.revoked_at, b.revoked_reason, "
    "b.version";

std::string select(std::string_view rest) {
  return fmt::format("select {} from badges b {}", columns, rest);
}

/// ACC-06: an organization reaches the badges of its people, the bureau all.
Reach reach_of(const Scope& scope) {
  return expogate::reach_of(scope, {"b.organization_id", "", ""});
}

void where_filtered(db::ListQuery& query, const Caller& caller, const BadgeFilter& filter) {
  query.where("b.edition_id = ?", caller.edition);
  query.where_reached(reach_of(caller.scope));
  query.where_in("b.state", filter.state)
      .where_in("b.kind", filter.kind)
      .where_in("b.type", filter.badge_type);
  if (filter.collection) query.where("b.collection = ?", *filter.collection);
  if (filter.number) {
    auto number = read_number(*filter.number);
    query.where("b.code_edition_number = ?", std::int64_t(number ? number->edition_number : 0));
    query.where("b.code_serial = ?", number ? number->serial : 0);
  }
  if (filter.name) attendee::where_named(query, "b.attendee_id", caller.edition, *filter.name);
  if (filter.organization)
    organization::where_named(query, "b.organization_id", caller.edition, *filter.organization);
  if (filter.organization_id) query.where("b.organization_id = ?", *filter.organization_id);
  if (filter.batch_id) query.where("b.batch_id = ?", *filter.batch_id);
  if (filter.parcel_id) query.where("b.parcel_id = ?", *filter.parcel_id);
}

}  // namespace

std::optional<Badge> find(db::Tx& tx, const Scope& scope, const BadgeId& id) {
  auto reach = reach_of(scope);
  return tx.one<Badge>(select("where b.id = $1 and " + reach.numbered(2)), id, reach.id);
}

Badge get(db::Tx& tx, const Scope& scope, const BadgeId& id) {
  auto found = find(tx, scope, id);
  if (!found) throw NotFound();
  return *found;
}

std::optional<Badge> find_current(db::Tx& tx, const AttendeeId& attendee) {
  return tx.one<Badge>(select("where b.attendee_id = $1 and b.state <> 'revoked'"), attendee);
}

std::vector<Badge> list_of(db::Tx& tx, const AttendeeId& attendee) {
  return tx.query<Badge>(select("where b.attendee_id = $1 order by b.serial desc"), attendee);
}

std::optional<Badge> find_by_code(db::Tx& tx, const EditionId& edition, int code_edition_number,
                                  std::int64_t code_serial) {
  return tx.one<Badge>(
      select("where b.edition_id = $1 and b.code_edition_number = $2 and b.code_serial = $3 "
             "order by case when b.state = 'revoked' then 1 else 0 end, b.serial desc limit 1"),
      edition, code_edition_number, code_serial);
}

bool was_issued(db::Tx& tx, int edition_number, std::int64_t serial) {
  return tx.value<bool>(R"(
      select exists (select 1 from badges b join editions e on e.id = b.edition_id
                     where e.number = $1 and b.serial = $2 and b.state not in ('awaiting', 'in_production')))",
                        edition_number, serial);
}

Page<BadgeRow> list(db::Tx& tx, const Caller& caller, const BadgeFilter& filter, const PageRequest& page) {
  db::ListQuery query("badges b", std::string(columns) +
                                      ", a.number as attendee_number, t.serial as batch_serial, p.serial as "
                                      "parcel_serial");
  query.keyed_by("b.serial")
      .show("join attendees a on a.id = b.attendee_id")
      .show("left join badge_batches t on t.id = b.batch_id")
      .show("left join parcels p on p.id = b.parcel_id");
  where_filtered(query, caller, filter);
  query.order_by(page.sort,
                 {{"number", "b.serial"}, {"made_at", "b.made_at"}, {"collected_at", "b.collected_at"}},
                 "b.serial desc", "b.serial");
  return query.page<BadgeRow>(tx, page);
}

std::vector<Badge> list_awaiting(db::Tx& tx, const Caller& caller, const BadgeFilter& filter, int limit) {
  auto waiting = filter;
  waiting.state = {BadgeState::awaiting};
  db::ListQuery query("badges b", columns);
  where_filtered(query, caller, waiting);
  // The people of one organization lie together, so that their parcel is packed without searching.
  query.order_by("", {}, "b.organization_id, b.serial", "b.serial");
  return query.first<Badge>(tx, limit);
}

std::vector<Badge> list_of_batch(db::Tx& tx, const BatchId& batch, std::int64_t after_place, int limit) {
  return tx.query<Badge>(select("where b.batch_id = $1 and b.batch_place > $2 and b.state <> 'revoked' order "
                                "by b.batch_place limit $3"),
                         batch, after_place, limit);
}

std::vector<Badge> list_untold(db::Tx& tx, const BatchId& batch, int limit) {
  return tx.query<Badge>(
      select(
          "where b.batch_id = $1 and b.state = 'made' and b.told_at is null order by b.batch_place limit $2"),
      batch, limit);
}

std::int64_t next_serial(db::Tx& tx) {
  return tx.value<std::int64_t>(R"(
      insert into serial_numbers (name, last) values ('badges', 1)
      on conflict (name) do update set last = serial_numbers.last + 1 returning last)");
}

void add(db::Tx& tx, const Badge& b) {
  tx.exec(R"(
      insert into badges (id, edition_id, serial, code_edition_number, code_serial, attendee_id, organization_id, kind,
                          state, collection, name_zh, name_en, organization_zh, organization_en, position, type,
                          photo_id, entry_option_zh, entry_option_en, entry_days, created_at, made_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
              1))",
          b.id, b.edition_id, b.serial, b.code_edition_number, b.code_serial, b.attendee_id,
          b.organization_id, b.kind, b.state, b.collection, b.name_zh, b.name_en, b.organization_zh,
          b.organization_en, b.position, b.type, b.photo_id, b.entry_option_zh, b.entry_option_en,
          b.entry_days, b.created_at, b.made_at);
}

bool change_face(db::Tx& tx, const BadgeId& id, const BadgeFace& f) {
  return tx.exec(R"(
      update badges set name_zh = $2, name_en = $3, organization_zh = $4, organization_en = $5, position = $6, type = $7,
                        photo_id = $8, entry_option_zh = $9, entry_option_en = $10, entry_days = $11,
                        version = version + 1
      where id = $1 and state = 'awaiting')",
                 id, f.name_zh, f.name_en, f.organization_zh, f.organization_en, f.position, f.type,
                 f.photo_id, f.entry_option_zh, f.entry_option_en, f.entry_days) == 1;
}

bool make(db::Tx& tx, const BadgeId& id, Instant now) {
  return tx.exec(R"(
      update badges set state = 'made', produced_at = $2, made_at = $2, version = version + 1
      where id = $1 and state = 'awaiting')",
                 id, now) == 1;
}

bool hand_over(db::Tx& tx, const BadgeId& id, Instant now) {
  return tx.exec(R"(
      update badges set state = 'collected', collected_at = $2, version = version + 1
      where id = $1 and state in ('made', 'sent'))",
                 id, now) == 1;
}

bool revoke(db::Tx& tx, const BadgeId& id, RevokedReason reason, Instant now) {
  return tx.exec(R"(
      update badges set state = 'revoked', revoked_at = $3, revoked_reason = $2, version = version + 1
      where id = $1 and state <> 'revoked')",
                 id, reason, now) == 1;
}

int put_in_batch(db::Tx& tx, const BatchId& batch, const std::vector<BadgeId>& ids, Instant now) {
  int place = 0;
  for (auto& id : ids)
    place += int(tx.exec(R"(
        update badges set state = 'in_production', batch_id = $2, batch_place = $3, produced_at = $4,
                          version = version + 1
        where id = $1 and state = 'awaiting')",
                         id, batch, place + 1, now));
  return place;
}

void take_out_of_batch(db::Tx& tx, const BatchId& batch) {
  tx.exec(R"(
      update badges set state = 'awaiting', batch_id = null, batch_place = null, produced_at = null,
                        version = version + 1
      where batch_id = $1 and state = 'in_production')",
          batch);
}

int finish_batch(db::Tx& tx, const BatchId& batch, Instant now) {
  return int(tx.exec(R"(
      update badges set state = 'made', made_at = $2, version = version + 1
      where batch_id = $1 and state = 'in_production')",
                     batch, now));
}

void note_told(db::Tx& tx, const BadgeId& id, Instant now) {
  tx.exec("update badges set told_at = $2 where id = $1", id, now);
}

}  // namespace expogate::badge::store
