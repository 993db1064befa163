#include "attendee/attendee_store.h"

#include <fmt/format.h>

#include "attendee/people_of.h"
#include "platform/db/list_query.h"
#include "platform/db/search_index.h"
#include "platform/text/folding.h"

namespace expogate::attendee::store {
namespace {

constexpr std::string_view columns =
    "a.id, a.edition_id, a.serial, a.number, a.organization_id, a.trading_group_id, a.top_group_id, a.state, "
    "a.source, a.past_attendee_id, a.is_reuse, a.name_zh, a.name_en, a.gender, a.region_type, "
    "a.document_type, a.document_sealed, a.document_index, a.document_masked, a.nationality_code, "
    "a.birth_sealed, a.mobile_sealed, a.mobile_index, a.mobile_masked, a.email_sealed, a.email_masked, "
    "a.department, a.position, a.position_category_code, a.photo_id, a.face_count, a.entry_option_id, "
    "a.collection, a.courier_address_id, a.badge_type, a.fee_fen, a.identity_state, "
    "a.identity_finding, a.identity_at, a.sponsorship, a.created_at, a.submitted_at, a.awaiting_since, "
    "a.decided_at, a.version";

std::string searched_name(const Attendee& a) {
  return folded_for_search(a.name_zh) + " " + folded_for_search(a.name_en);
}

void put_in_search(db::Tx& tx, const Attendee& a) {
  auto name = searched_name(a);
  db::SearchField fields[] = {{"name", name}};
  db::put_in_search(tx, "attendee_search", a.serial, fields);
}

}  // namespace

Reach reach_of(const Scope& scope) {
  return expogate::reach_of(scope, {"a.organization_id", "a.trading_group_id", "a.top_group_id"});
}

std::vector<Attendee> list_by_ids(db::Tx& tx, const Scope& scope, const std::vector<AttendeeId>& ids) {
  if (ids.empty()) return {};
  db::ListQuery query("attendees a", columns);
  query.where_reached(reach_of(scope)).where_in("a.id", ids).order_by("", {}, "a.serial", "a.serial");
  return query.all<Attendee>(tx);
}

std::optional<Attendee> find(db::Tx& tx, const Scope& scope, const AttendeeId& id) {
  auto reach = reach_of(scope);
  return tx.one<Attendee>(
      fmt::format("select {} from attendees a where a.id = $1 and {}", columns, reach.numbered(2)), id,
      reach.id);
}

Attendee get(db::Tx& tx, const Scope& scope, const AttendeeId& id) {
  auto found = find(tx, scope, id);
  if (!found) throw NotFound();
  return *found;
}

std::vector<Attendee> list_awaiting_group(db::Tx& tx, const OrganizationId& organization) {
  return tx.query<Attendee>(
      fmt::format("select {} from attendees a where a.organization_id = $1 and a.state = 'awaiting_group'",
                  columns),
      organization);
}

std::int64_t next_serial(db::Tx& tx) {
  return tx.value<std::int64_t>(R"(
      insert into serial_numbers (name, last) values ('attendees', 1)
      on conflict (name) do update set last = serial_numbers.last + 1 returning last)");
}

void add(db::Tx& tx, const Attendee& a) {
  tx.exec(R"(
      insert into attendees (
        id, edition_id, serial, number, organization_id, trading_group_id, top_group_id, state, source,
        past_attendee_id, is_reuse, name_zh, name_en, name_folded, gender, region_type, document_type,
        document_sealed, document_index, document_masked, nationality_code, birth_sealed, mobile_sealed,
        mobile_index, mobile_masked, email_sealed, email_masked, department, position, position_category_code,
        photo_id, face_count, entry_option_id, collection, courier_address_id, badge_type, fee_fen,
        created_at, submitted_at, awaiting_since, decided_at, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
              $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42))",
          a.id, a.edition_id, a.serial, a.number, a.organization_id, a.trading_group_id, a.top_group_id,
          a.state, a.source, a.past_attendee_id, a.is_reuse, a.name_zh, a.name_en, searched_name(a), a.gender,
          a.region_type, a.document_type, a.document_sealed, a.document_index, a.document_masked,
          a.nationality_code, a.birth_sealed, a.mobile_sealed, a.mobile_index, a.mobile_masked,
          a.email_sealed, a.email_masked, a.department, a.position, a.position_category_code, a.photo_id,
          a.face_count, a.entry_option_id, a.collection, a.courier_address_id, a.badge_type, a.fee_fen,
          a.created_at, a.submitted_at, a.awaiting_since, a.decided_at, a.version);
  put_in_search(tx, a);
}

bool change(db::Tx& tx, const Attendee& a, std::int64_t version_read) {
  bool is_done = tx.exec(R"(
      update attendees set
        state = $3, is_reuse = $4, name_zh = $5, name_en = $6, name_folded = $7, gender = $8, region_type = $9,
        document_type = $10, document_sealed = $11, document_index = $12, document_masked = $13,
        nationality_code = $14, birth_sealed = $15, mobile_sealed = $16, mobile_index = $17, mobile_masked = $18,
        email_sealed = $19, email_masked = $20, department = $21, position = $22, position_category_code = $23,
        photo_id = $24, face_count = $25, entry_option_id = $26, collection = $27, courier_address_id = $28,
        badge_type = $29, fee_fen = $30, version = version + 1
      where id = $1 and version = $2)",
                         a.id, version_read, a.state, a.is_reuse, a.name_zh, a.name_en, searched_name(a),
                         a.gender, a.region_type, a.document_type, a.document_sealed, a.document_index,
                         a.document_masked, a.nationality_code, a.birth_sealed, a.mobile_sealed,
                         a.mobile_index, a.mobile_masked, a.email_sealed, a.email_masked, a.department,
                         a.position, a.position_category_code, a.photo_id, a.face_count, a.entry_option_id,
                         a.collection, a.courier_address_id, a.badge_type, a.fee_fen) == 1;
  if (is_done) put_in_search(tx, a);
  return is_done;
}

bool change_state(db::Tx& tx, const AttendeeId& id, AttendeeState from, AttendeeState to, Instant now,
                  std::optional<std::int64_t> version_read) {
  using enum AttendeeState;
  std::optional<Instant> waits = to == awaiting_review ? std::optional(now) : std::nullopt;
  bool is_decided = to == approved || to == rejected;
  return tx.exec(R"(
      update attendees set
        state = $3, awaiting_since = $4, decided_at = $5, submitted_at = coalesce($4, submitted_at),
        version = version + 1
      where id = $1 and state = $2 and ($6 = 0 or version = $6)
        and ($3 <> 'approved' or identity_state <> 'failed'))",  // ATT-09, as `blocks_approval`
                 id, from, to, waits, is_decided ? std::optional(now) : std::nullopt,
                 version_read.value_or(0)) == 1;
}

void note_declined(db::Tx& tx, const EditionId& edition, const std::string& document_index, Instant now) {
  tx.exec(R"(
      insert into declined_documents (edition_id, document_index, declined_at) values ($1, $2, $3)
      on conflict (edition_id, document_index) do nothing)",
          edition, document_index, now);
}

bool was_declined(db::Tx& tx, const EditionId& edition, const std::string& document_index) {
  return tx
      .one<std::int64_t>("select 1 from declined_documents where edition_id = $1 and document_index = $2",
                         edition, document_index)
      .has_value();
}

std::vector<AttendeeId> list_rejected(db::Tx& tx, const std::vector<AttendeeId>& ids) {
  if (ids.empty()) return {};
  db::ListQuery query("attendees a", "a.id");
  query.where_in("a.id", ids);
  query.where(
      "(a.state = 'rejected' or (a.state = 'voided' and exists (select 1 from attendee_history h "
      "where h.attendee_id = a.id and h.state_before = 'rejected' and h.state_after = 'voided')))");
  return query.all<AttendeeId>(tx);
}

bool decide_sponsorship(db::Tx& tx, const AttendeeId& id, Sponsorship sponsorship,
                        const TradingGroupId& group, Instant now) {
  bool is_sponsored = sponsorship == Sponsorship::sponsored;
  return tx.exec(R"(
      update attendees set sponsorship = $2, sponsor_group_id = $3, sponsored_at = $4
      where id = $1 and sponsorship is null)",
                 id, sponsorship, is_sponsored ? std::optional(group) : std::nullopt,
                 is_sponsored ? std::optional(now) : std::nullopt) == 1;
}

bool touch(db::Tx& tx, const AttendeeId& id, AttendeeState state, std::int64_t version_read) {
  return tx.exec("update attendees set version = version + 1 where id = $1 and state = $2 and version = $3",
                 id, state, version_read) == 1;
}

bool remove(db::Tx& tx, const AttendeeId& id, std::int64_t version_read, std::int64_t serial) {
  // The row first: whoever changes it meanwhile has its say, or finds nothing.
  if (!touch(tx, id, tx.value<AttendeeState>("select state from attendees where id = $1", id), version_read))
    return false;
  tx.exec("delete from attendee_history where attendee_id = $1", id);
  tx.exec("delete from attendee_visits where attendee_id = $1", id);
  tx.exec("delete from attendee_consents where attendee_id = $1", id);
  tx.exec("delete from attendees where id = $1", id);
  tx.exec("delete from attendee_search where rowid = $1", serial);
  return true;
}

void follow_organization(db::Tx& tx, const OrganizationId& organization) {
  tx.exec(R"(
      update attendees set
        trading_group_id = (select o.trading_group_id from organizations o where o.id = $1),
        top_group_id = (select o.top_group_id from organizations o where o.id = $1)
      where organization_id = $1)",
          organization);
}

}  // namespace expogate::attendee::store

namespace expogate::attendee {

std::vector<AttendeeId> people_of(db::Tx& tx, const OrganizationId& organization) {
  return tx.query<AttendeeId>("select id from attendees where organization_id = $1 order by serial",
                              organization);
}

}  // namespace expogate::attendee
