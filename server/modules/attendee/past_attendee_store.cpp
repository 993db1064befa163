#include "attendee/past_attendee.h"

#include <fmt/format.h>

#include "platform/db/list_query.h"
#include "platform/db/search_index.h"
#include "platform/text/folding.h"

namespace expogate::attendee {

/// Flat, as the database answers it.
struct PastBadgeRow {
  AttendeeState state = AttendeeState::approved;
  int edition_number = 0;
  bool is_public_days = false;
  std::string name_zh, name_en, organization_zh, organization_en, position;
  std::optional<FileId> photo_id;
  BadgeType badge_type = BadgeType::professional;
};
BOOST_DESCRIBE_STRUCT(PastBadgeRow, (),
                      (state, edition_number, is_public_days, name_zh, name_en, organization_zh,
                       organization_en, position, photo_id, badge_type))

namespace store {
namespace {

constexpr std::string_view past_people =
    "attendees a join organizations o on o.id = a.organization_id join editions d on d.id = a.edition_id "
    "left join entry_options e on e.id = a.entry_option_id";

/// The same person in this edition: by the document, or taken over from this very row.
constexpr std::string_view the_same_now =
    "left join attendees n on n.id = (select s.id from attendees s where s.organization_id = ? and s.state "
    "<> "
    "'voided' and (s.document_index = a.document_index or s.past_attendee_id = a.id) order by s.serial limit "
    "1)";

constexpr std::string_view columns =
    "a.id, a.serial, a.number, a.name_zh, a.name_en, a.gender, a.document_type, a.document_masked, "
    "a.position, a.badge_type, a.state, a.photo_id, a.edition_id, d.number as edition_number, "
    "d.name_zh as edition_zh, d.name_en as edition_en, o.name_zh as organization_zh, "
    "o.name_en as organization_en, coalesce(e.is_public_days, false) as is_public_days, "
    "n.state as applied_state";

db::ListQuery rows_of(const PastReach& reach) {
  db::ListQuery query(past_people, columns);
  query.join(the_same_now, reach.organization);
  query.where("o.account_id = ?", reach.account)
      .where("d.number < ?", reach.edition_number)
      .where("a.erased_at is null");
  return query;
}

}  // namespace

Page<PastAttendeeRow> list_past(db::Tx& tx, const PastReach& reach, const PastAttendeeFilter& filter,
                                const std::vector<std::string>& documents, const PageRequest& page) {
  auto query = rows_of(reach);
  if (filter.edition_id) query.where("a.edition_id = ?", *filter.edition_id);
  if (filter.document) query.where_in("a.document_index", documents);
  if (filter.name) {
    auto folded = folded_for_search(*filter.name);
    db::where_contains(query, tx.engine(), "a.serial", "attendee_search", {"name", folded},
                       db::name_part(folded, *filter.name, "a.name_folded", {"a.name_zh", "a.name_en"}));
  }
  if (filter.has_applied) query.where(*filter.has_applied ? "n.id is not null" : "n.id is null");
  query.where_in("a.id", filter.id);
  query.order_by(page.sort, {{"name_zh", "a.name_zh"}, {"edition", "d.number"}}, "d.number desc, a.serial",
                 "a.serial");
  return query.page<PastAttendeeRow>(tx, page);
}

std::vector<PastAttendeeRow> list_past(db::Tx& tx, const PastReach& reach,
                                       const std::vector<AttendeeId>& ids) {
  if (ids.empty()) return {};
  auto query = rows_of(reach);
  query.where_in("a.id", ids).order_by("", {}, "a.serial", "a.serial");
  return query.all<PastAttendeeRow>(tx);
}

bool is_document_taken(db::Tx& tx, const EditionId& edition, const std::string& document_index,
                       const std::string& issuing_country) {
  return tx.value<std::int64_t>(R"(
      select count(*) from attendees where edition_id = $1 and document_index = $2 and state <> 'voided'
      and (document_type <> 'passport' or coalesce(nationality_code, '') = $3))",
                                edition, document_index, issuing_country) > 0;
}

std::optional<PastBadge> find_past_badge(db::Tx& tx, const AttendeeId& past) {
  auto row = tx.one<PastBadgeRow>(
      fmt::format("select a.state, d.number as edition_number, coalesce(e.is_public_days, false) as "
                  "is_public_days, a.name_zh, a.name_en, o.name_zh as organization_zh, o.name_en as "
                  "organization_en, a.position, a.photo_id, a.badge_type from {} where a.id = $1",
                  past_people),
      past);
  if (!row) return std::nullopt;
  return PastBadge{row->state,
                   row->edition_number,
                   row->is_public_days,
                   {row->name_zh, row->name_en, row->organization_zh, row->organization_en, row->position,
                    row->photo_id, row->badge_type}};
}

}  // namespace store
}  // namespace expogate::attendee
