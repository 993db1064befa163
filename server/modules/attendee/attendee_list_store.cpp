#include <algorithm>

#include "attendee/attendee_batch.h"
#include "attendee/attendee_store.h"
#include "base/in_order.h"
#include "base/text.h"
#include "organization/named_organizations.h"
#include "platform/db/search_index.h"
#include "platform/text/folding.h"

namespace expogate::attendee::store {
namespace {

/// The newest badge is the one in force, if any is.
const std::string badge_state =
    "(select b.state from badges b where b.attendee_id = a.id order by b.serial desc limit 1)";

const std::string row_columns =
    "a.id, a.serial, a.number, a.name_zh, a.name_en, a.gender, a.region_type, a.document_type, "
    "a.document_masked, a.nationality_code, a.position, a.position_category_code, a.badge_type, "
    "a.entry_option_id, e.name_zh as entry_option_zh, e.name_en as entry_option_en, a.collection, a.state, "
    "a.source, a.is_reuse, a.fee_fen, a.sponsorship, " +
    badge_state +
    " as badge_state, a.identity_state, a.identity_finding, a.identity_at, (a.photo_id is not null) as "
    "has_photo, a.face_count, "
    "a.organization_id, o.number as organization_number, o.name_zh as organization_name_zh, "
    "o.name_en as organization_name_en, a.trading_group_id, a.top_group_id, a.submitted_at, "
    "a.awaiting_since, a.decided_at, a.version";

void where_placed(db::ListQuery& query, const Caller& caller, const AttendeeFilter& filter) {
  using organization::Placement;
  query.where("a.edition_id = ?", caller.edition);
  bool is_subgroups_too = caller.scope.level == Scope::Level::group && !caller.scope.is_subgroup;
  if (filter.placement == Placement::direct && is_subgroups_too)
    query.where("a.trading_group_id = ?", caller.scope.group);
  else
    query.where_reached(reach_of(caller.scope));
  if (filter.placement == Placement::subordinate && is_subgroups_too)
    query.where("a.trading_group_id <> ?", caller.scope.group);
  if (filter.organization_id) query.where("a.organization_id = ?", *filter.organization_id);
  if (filter.trading_group_id) query.where("a.trading_group_id = ?", *filter.trading_group_id);
  if (filter.top_group_id) query.where("a.top_group_id = ?", *filter.top_group_id);
}

// ATT-10: the bureau reviews people, whoever's they are.
void where_awaiting(db::ListQuery& query, const Caller& caller) {
  if (caller.scope.level != Scope::Level::everything) query.where("a.state is null");
  query.where("a.awaiting_since is not null");
}

/// The newest badge is the one in force or, where none is, a revoked one. Sought among the badges: to look
/// for each person's would take seconds at the fair's scale.
void where_badge(db::ListQuery& query, const Caller& caller, const std::vector<BadgeState>& states) {
  if (states.empty()) return;
  std::string marks, found;
  std::vector<std::string> values{caller.edition.text};
  for (auto state : states) {
    if (state == BadgeState::revoked) continue;
    marks += marks.empty() ? "?" : ", ?";
    values.emplace_back(enum_name(state));
  }
  if (!marks.empty())
    found = "a.id in (select attendee_id from badges where edition_id = ? and state in (" + marks + "))";
  if (std::ranges::find(states, BadgeState::revoked) != states.end()) {
    if (!marks.empty()) {
      found += " or ";
      values.push_back(caller.edition.text);
    }
    found +=
        "a.id in (select attendee_id from badges where edition_id = ? and state = 'revoked') and not exists "
        "(select 1 from badges b where b.attendee_id = a.id and b.state <> 'revoked')";
  }
  query.where_values("(" + found + ")", values);
}

const std::string in_paid_order =
    "exists (select 1 from order_items i join orders r on r.id = i.order_id where i.attendee_id = a.id and "
    "r.state = 'paid')";
const std::string is_refunded =
    "exists (select 1 from refund_items i join refunds f on f.id = i.refund_id where i.attendee_id = a.id "
    "and "
    "f.state = 'done')";

void where_paid(db::ListQuery& query, PaymentState state) {
  switch (state) {
    case PaymentState::not_needed:
      query.where("(a.fee_fen = 0 or a.sponsorship = 'sponsored') and not " + in_paid_order);
      break;
    case PaymentState::unpaid:
      query.where("a.fee_fen > 0 and coalesce(a.sponsorship, '') <> 'sponsored' and not " + in_paid_order);
      break;
    case PaymentState::paid:
      query.where(in_paid_order + " and not " + is_refunded);
      break;
    case PaymentState::refunded:
      query.where(is_refunded);
      break;
  }
}

void where_ordered(db::ListQuery& query, OrderStanding standing) {
  if (standing == OrderStanding::none)
    query.where("not exists (select 1 from order_items i where i.attendee_id = a.id)");
  else
    query.where(
        "(select r.state from order_items i join orders r on r.id = i.order_id where i.attendee_id = a.id "
        "order by r.serial desc limit 1) = ?",
        standing);
}

void where_filtered(db::ListQuery& query, db::Engine engine, const Caller& caller,
                    const AttendeeFilter& filter, const std::vector<std::string>& documents) {
  where_placed(query, caller, filter);
  query.where_in("a.state", filter.state)
      .where_in("a.id", filter.id)
      .where_in("a.badge_type", filter.badge_type)
      .where_in("a.entry_option_id", filter.entry_option_id)
      .where_in("a.sponsorship", filter.sponsorship);
  where_badge(query, caller, filter.badge_state);
  if (filter.name) {
    auto folded = folded_for_search(*filter.name);
    db::where_contains(query, engine, "a.serial", "attendee_search", {"name", folded},
                       db::name_part(folded, *filter.name, "a.name_folded", {"a.name_zh", "a.name_en"}));
  }
  if (filter.number) query.where("a.number = ?", ascii_upper(*filter.number));
  if (filter.document) query.where_in("a.document_index", documents);
  if (filter.organization)
    organization::where_named(query, "a.organization_id", caller.edition, *filter.organization);
  if (filter.region_type) query.where("a.region_type = ?", *filter.region_type);
  if (filter.position_category_code)
    query.where("a.position_category_code = ?", *filter.position_category_code);
  if (filter.collection) query.where("a.collection = ?", *filter.collection);
  if (filter.source) query.where("a.source = ?", *filter.source);
  if (filter.payment_state) where_paid(query, *filter.payment_state);
  if (filter.order_state) where_ordered(query, *filter.order_state);
  if (filter.identity) query.where("a.identity_state = ?", *filter.identity);
  if (filter.is_reuse) query.where("a.is_reuse = ?", *filter.is_reuse);
  if (filter.has_face_warning)
    query.where(*filter.has_face_warning ? "a.face_count <> 1" : "a.face_count = 1");
  if (filter.submitted_from_on) query.where("a.submitted_at >= ?", fair_day_start(*filter.submitted_from_on));
  if (filter.submitted_to_on) query.where("a.submitted_at < ?", fair_day_end(*filter.submitted_to_on));
  if (filter.awaits_me.value_or(false)) where_awaiting(query, caller);
  if (filter.nationality_code) query.where("a.nationality_code = ?", *filter.nationality_code);
}

db::ListQuery rows_of(db::Engine engine, const Caller& caller, const AttendeeFilter& filter,
                      const std::vector<std::string>& documents, std::string_view columns = row_columns) {
  db::ListQuery query("attendees a", columns);
  query.keyed_by("a.serial")
      .show("join organizations o on o.id = a.organization_id")
      .show("left join entry_options e on e.id = a.entry_option_id");
  where_filtered(query, engine, caller, filter, documents);
  return query;
}

void order(db::ListQuery& query, const std::string& sort) {
  query.order_by(sort,
                 {{"number", "a.serial"},
                  {"name_zh", "a.name_zh"},
                  {"state", "a.state"},
                  {"submitted_at", "a.submitted_at"},
                  {"awaiting_since", "a.awaiting_since"},
                  {"face_count", "a.face_count"}},
                 "a.serial desc", "a.serial");
}

}  // namespace

Page<AttendeeRow> list(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                       const std::vector<std::string>& documents, const PageRequest& page) {
  auto query = rows_of(tx.engine(), caller, filter, documents);
  order(query, page.sort);
  return query.page<AttendeeRow>(tx, page);
}

Extent extent_of(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                 const std::vector<std::string>& documents) {
  db::ListQuery query("attendees a", "count(*) as count, coalesce(max(a.serial), 0) as last_serial");
  where_filtered(query, tx.engine(), caller, filter, documents);
  return query.all<Extent>(tx).front();
}

std::vector<AttendeeRow> list_piece(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                    const std::vector<std::string>& documents, std::int64_t after_serial,
                                    int limit) {
  auto query = rows_of(tx.engine(), caller, filter, documents);
  query.where("a.serial > ?", after_serial).order_by("", {}, "a.serial", "a.serial");
  return query.first<AttendeeRow>(tx, limit);
}

std::vector<std::int64_t> list_serials(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                       const std::vector<std::string>& documents, const std::string& sort,
                                       int most) {
  auto query = rows_of(tx.engine(), caller, filter, documents, "a.serial");
  order(query, sort);
  return query.first<std::int64_t>(tx, most);
}

std::vector<AttendeeRow> list_by_serials(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                         const std::vector<std::string>& documents,
                                         const std::vector<std::int64_t>& serials) {
  if (serials.empty()) return {};
  auto query = rows_of(tx.engine(), caller, filter, documents);
  query.where_in("a.serial", serials).order_by("", {}, "a.serial", "a.serial");
  return in_order(query.all<AttendeeRow>(tx), serials, [](auto& row) { return row.serial; });
}

std::vector<AttendeeRow> list_piece_of(db::Tx& tx, const Caller& caller,
                                       const std::vector<OrganizationId>& organizations,
                                       const AttendeeRow& after, int limit) {
  auto query = rows_of(tx.engine(), caller, {}, {});
  query.where_in("a.organization_id", organizations)
      .where("(a.organization_id, a.serial) > (?, ?)", after.organization_id, after.serial)
      .order_by("", {}, "a.organization_id, a.serial", "a.organization_id");
  return query.first<AttendeeRow>(tx, limit);
}

std::optional<AttendeeId> find_next_awaiting(db::Tx& tx, const Caller& caller, const AttendeeFilter& filter,
                                             const std::vector<std::string>& documents,
                                             const std::optional<AttendeeId>& besides,
                                             Instant visited_after) {
  auto query = rows_of(tx.engine(), caller, filter, documents);
  where_awaiting(query, caller);
  if (besides) query.where("a.id <> ?", *besides);
  query.where(
      "not exists (select 1 from attendee_visits v where v.attendee_id = a.id and v.account_id <> ? and "
      "v.opened_at > ?)",
      caller.account, visited_after);
  query.order_by("", {}, "a.awaiting_since, a.serial", "a.awaiting_since");
  auto rows = query.first<AttendeeRow>(tx, 1);
  if (rows.empty()) return std::nullopt;
  return rows.front().id;
}

std::vector<AttendeeCount> count_by_state(db::Tx& tx, const OrganizationId& organization) {
  return tx.query<AttendeeCount>(
      "select state, count(*) as count from attendees where organization_id = $1 group by state order by "
      "state",
      organization);
}

}  // namespace expogate::attendee::store
