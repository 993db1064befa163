#include "attendee/named_attendees.h"
#include "base/text.h"
#include "gate/visit.h"
#include "organization/named_organizations.h"
#include "platform/db/list_query.h"

namespace expogate::gate::store {
namespace {

constexpr std::string_view columns =
    "v.attendee_id || '/' || v.day as id, v.attendee_id, a.number as attendee_number, a.name_zh, a.name_en, "
    "a.badge_type, a.organization_id, o.name_zh as organization_name_zh, o.name_en as organization_name_en, "
    "t.name_zh as group_name_zh, t.name_en as group_name_en, v.day, v.first_entered_at, v.last_at, "
    "v.entries, "
    "v.is_inside";

constexpr ReachColumns person_columns{"a.organization_id", "a.trading_group_id", "a.top_group_id"};

bool asks_about_people(const VisitFilter& filter) {
  return filter.number || filter.organization || filter.placement || !filter.badge_type.empty();
}

void where_person(db::ListQuery& query, const Caller& caller, const VisitFilter& filter) {
  using organization::Placement;
  if (filter.number) query.where("a.number = ?", ascii_upper(*filter.number));
  if (filter.organization)
    organization::where_named(query, "a.organization_id", caller.edition, *filter.organization);
  if (filter.placement && caller.scope.level == Scope::Level::group)
    query.where(*filter.placement == Placement::direct ? "a.trading_group_id = ?" : "a.trading_group_id <> ?",
                caller.scope.group);
  query.where_in("a.badge_type", filter.badge_type);
}

db::ListQuery rows_of(const Caller& caller, const VisitFilter& filter) {
  db::ListQuery query("gate_visits v", columns);
  query.keyed_by("v.attendee_id, v.day");
  auto reach = reach_of(caller.scope, person_columns);
  // People are joined for counting only where they decide.
  if (reach.is_limit || asks_about_people(filter))
    query.join("join attendees a on a.id = v.attendee_id");
  else
    query.show("join attendees a on a.id = v.attendee_id");
  query.show("join organizations o on o.id = a.organization_id")
      .show("left join trading_groups t on t.id = a.trading_group_id");
  query.where("v.edition_id = ?", caller.edition).where("v.first_entered_at is not null");
  query.where_reached(reach);
  where_person(query, caller, filter);
  if (filter.name) attendee::where_named(query, "v.attendee_id", caller.edition, *filter.name);
  if (filter.from_on) query.where("v.first_entered_at >= ?", fair_day_start(*filter.from_on));
  if (filter.to_on) query.where("v.first_entered_at < ?", fair_day_end(*filter.to_on));
  if (filter.is_inside) query.where("v.is_inside = ?", *filter.is_inside);
  return query;
}

void order(db::ListQuery& query, const std::string& sort) {
  query.order_by(sort, {{"first_entered_at", "v.first_entered_at"}}, "v.first_entered_at desc",
                 "v.attendee_id");
}

}  // namespace

Page<VisitRow> list_visits(db::Tx& tx, const Caller& caller, const VisitFilter& filter,
                           const PageRequest& page) {
  auto query = rows_of(caller, filter);
  order(query, page.sort);
  return query.page<VisitRow>(tx, page);
}

std::vector<VisitRow> list_visits_after(db::Tx& tx, const Caller& caller, const VisitFilter& filter,
                                        const std::string& sort, const std::optional<VisitRow>& last,
                                        int limit) {
  auto query = rows_of(caller, filter);
  bool is_ascending = sort == "first_entered_at";
  if (last)
    query.where(is_ascending ? "(v.first_entered_at, v.attendee_id) > (?, ?)"
                             : "(v.first_entered_at, v.attendee_id) < (?, ?)",
                last->first_entered_at, last->attendee_id);
  order(query, sort);
  return query.first<VisitRow>(tx, limit);
}

}  // namespace expogate::gate::store
