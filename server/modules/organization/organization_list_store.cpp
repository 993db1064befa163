#include "base/in_order.h"
#include "base/text.h"
#include "base/uscc.h"
#include "organization/chosen_codes.h"
#include "organization/organization_list.h"
#include "organization/organization_store.h"
#include "platform/db/search_index.h"
#include "platform/text/folding.h"

namespace expogate::organization::store {
namespace {

constexpr std::string_view row_columns =
    "o.id, o.serial, o.number, o.name_zh, o.name_en, o.uscc, o.origin, o.category, o.state, o.contact_name, "
    "o.contact_title, o.purchase_5y_code, o.attendee_count, (o.past_organization_id is not null) as is_past, "
    "o.is_sme, o.trading_group_id, o.top_group_id, g.name_zh as group_name_zh, g.name_en as group_name_en, "
    "o.submitted_at, o.awaiting_since, o.exported_at, o.version";

/// The beginning of a code that people type, down into its division; anything shorter is sought in names.
bool is_beginning_of_uscc(std::string_view code) {
  constexpr std::string_view digits = "0123456789", letters = "ABCDEFGHJKLMNPQRTUWXY";
  if (code.size() < 6 || code.size() > 18) return false;
  bool has_division = code.substr(1, 7).find_first_not_of(digits) == code.npos;
  return has_division && code.find_first_not_of(std::string(digits) + std::string(letters)) == code.npos;
}

void where_named(db::ListQuery& query, db::Engine engine, const std::string& typed) {
  auto code = normalized_uscc(typed);
  // "Y" is the last letter of a code's alphabet, and "Z" comes after whatever follows the beginning.
  if (is_beginning_of_uscc(code)) {
    query.where("o.uscc >= ? and o.uscc < ?", code, code + "Z");
    return;
  }
  auto folded = folded_for_search(typed);
  db::where_contains(query, engine, "o.serial", "organization_search", {"name", folded},
                     db::name_part(folded, typed, "o.name_folded", {"o.name_zh", "o.name_en"}));
}

void where_placed(db::ListQuery& query, const Caller& caller, const OrganizationFilter& filter) {
  query.where("o.edition_id = ?", caller.edition);
  bool is_subgroups_too = caller.scope.level == Scope::Level::group && !caller.scope.is_subgroup;
  if (filter.placement == Placement::direct && is_subgroups_too)
    query.where("o.trading_group_id = ?", caller.scope.group);
  else
    query.where_reached(reach_of(caller.scope));
  if (filter.placement == Placement::subordinate && is_subgroups_too)
    query.where("o.trading_group_id <> ?", caller.scope.group);
  if (filter.trading_group_id) query.where("o.trading_group_id = ?", *filter.trading_group_id);
  if (filter.has_group)
    query.where(*filter.has_group ? "o.trading_group_id is not null" : "o.trading_group_id is null");
  if (!filter.group) return;
  auto name = db::like_pattern(*filter.group);
  query.where(
      "o.trading_group_id in (select n.id from trading_groups n where n.name_zh like ? escape '!' or "
      "n.name_en "
      "like ? escape '!' union select i.trading_group_id from invitation_codes i where i.code = ? and "
      "i.edition_id = ?)",
      name, name, *filter.group, caller.edition);
}

// ORG-06: whose turn it is. A subgroup, or a group for its direct ones, comes first; the group above comes
// second; the bureau reviews those without a group.
void where_awaiting(db::ListQuery& query, const Caller& caller) {
  switch (caller.scope.level) {
    case Scope::Level::everything:
      query.where("o.trading_group_id is null and o.state = ?", OrganizationState::awaiting_review);
      break;
    case Scope::Level::group:
      query.where("((o.trading_group_id = ? and o.state = ?) or (o.trading_group_id <> ? and o.state = ?))",
                  caller.scope.group, OrganizationState::awaiting_review, caller.scope.group,
                  OrganizationState::first_passed);
      if (caller.scope.is_subgroup) query.where("o.state = ?", OrganizationState::awaiting_review);
      break;
    default:
      query.where("o.state is null");
  }
  query.where("o.awaiting_since is not null");
}

void where_exported(db::ListQuery& query, bool is_exported, std::optional<Instant> before) {
  if (!before)
    query.where(is_exported ? "o.exported_at is not null" : "o.exported_at is null");
  else if (is_exported)
    query.where("o.exported_at < ?", *before);
  else
    query.where("(o.exported_at is null or o.exported_at >= ?)", *before);
}

void where_filtered(db::ListQuery& query, db::Engine engine, const Caller& caller,
                    const OrganizationFilter& filter) {
  where_placed(query, caller, filter);
  query.where_in("o.state", filter.state).where_in("o.id", filter.id);
  if (filter.q) where_named(query, engine, *filter.q);
  if (filter.address) {
    auto folded = folded_for_search(*filter.address);
    db::where_contains(query, engine, "o.serial", "organization_search", {"address", folded},
                       db::name_part(folded, *filter.address, "o.address_folded", {"o.address"}));
  }
  if (filter.number) query.where("o.number = ?", ascii_upper(*filter.number));
  if (filter.origin) query.where("o.origin = ?", *filter.origin);
  if (filter.category) query.where("o.category = ?", *filter.category);
  if (filter.purchase_1y_code) query.where("o.purchase_1y_code = ?", *filter.purchase_1y_code);
  if (filter.purchase_5y_code) query.where("o.purchase_5y_code = ?", *filter.purchase_5y_code);
  if (filter.import_volume_code) query.where("o.import_volume_code = ?", *filter.import_volume_code);
  if (filter.registered_capital_code)
    query.where("o.registered_capital_code = ?", *filter.registered_capital_code);
  if (filter.ownership_code) query.where("o.ownership_code = ?", *filter.ownership_code);
  if (filter.country_code) query.where("o.country_code = ?", *filter.country_code);
  if (filter.industry_type) where_chosen(query, "o.id", "industry", {*filter.industry_type});
  where_chosen(query, "o.id", "industry", filter.industry);
  where_chosen(query, "o.id", "product", filter.product);
  if (filter.is_sme) query.where("o.is_sme = ?", *filter.is_sme);
  if (filter.is_listed) query.where("o.is_listed = ?", *filter.is_listed);
  if (filter.is_past)
    query.where(*filter.is_past ? "o.past_organization_id is not null" : "o.past_organization_id is null");
  if (filter.is_exported) where_exported(query, *filter.is_exported, filter.exported_before);
  if (filter.submitted_from_on) query.where("o.submitted_at >= ?", fair_day_start(*filter.submitted_from_on));
  if (filter.submitted_to_on) query.where("o.submitted_at < ?", fair_day_end(*filter.submitted_to_on));
  if (filter.awaits_me.value_or(false)) where_awaiting(query, caller);
}

db::ListQuery rows_of(db::Engine engine, const Caller& caller, const OrganizationFilter& filter,
                      std::string_view columns = row_columns) {
  db::ListQuery query("organizations o", columns);
  query.keyed_by("o.serial").show("left join trading_groups g on g.id = o.trading_group_id");
  where_filtered(query, engine, caller, filter);
  return query;
}

void order(db::ListQuery& query, const std::string& sort) {
  query.order_by(sort,
                 {{"number", "o.serial"},
                  {"name_zh", "o.name_zh"},
                  {"attendee_count", "o.attendee_count"},
                  {"submitted_at", "o.submitted_at"},
                  {"awaiting_since", "o.awaiting_since"},
                  {"exported_at", "o.exported_at"}},
                 "o.serial desc", "o.serial");
}

}  // namespace

Page<OrganizationRow> list(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter,
                           const PageRequest& page) {
  auto query = rows_of(tx.engine(), caller, filter);
  order(query, page.sort);
  return query.page<OrganizationRow>(tx, page);
}

std::int64_t count(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter) {
  return list(tx, caller, filter, {1, 1, ""}).total;
}

std::vector<OrganizationRow> list_piece(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter,
                                        std::int64_t after_serial, int limit) {
  auto query = rows_of(tx.engine(), caller, filter);
  query.where("o.serial > ?", after_serial).order_by("", {}, "o.serial", "o.serial");
  return query.first<OrganizationRow>(tx, limit);
}

std::vector<std::int64_t> list_serials(db::Tx& tx, const Caller& caller, const OrganizationFilter& filter,
                                       const std::string& sort, int most) {
  auto query = rows_of(tx.engine(), caller, filter, "o.serial");
  order(query, sort);
  return query.first<std::int64_t>(tx, most);
}

std::vector<OrganizationRow> list_by_serials(db::Tx& tx, const Caller& caller,
                                             const OrganizationFilter& filter,
                                             const std::vector<std::int64_t>& serials) {
  if (serials.empty()) return {};
  auto query = rows_of(tx.engine(), caller, filter);
  query.where_in("o.serial", serials).order_by("", {}, "o.serial", "o.serial");
  return in_order(query.all<OrganizationRow>(tx), serials, [](auto& row) { return row.serial; });
}

std::optional<OrganizationId> find_next_awaiting(db::Tx& tx, const Caller& caller,
                                                 const OrganizationFilter& filter,
                                                 const std::optional<OrganizationId>& besides,
                                                 Instant visited_after) {
  auto query = rows_of(tx.engine(), caller, filter);
  where_awaiting(query, caller);
  if (besides) query.where("o.id <> ?", *besides);
  query.where(
      "not exists (select 1 from review_visits v where v.organization_id = o.id and v.account_id <> ? and "
      "v.opened_at > ?)",
      caller.account, visited_after);
  query.order_by("", {}, "o.awaiting_since, o.serial", "o.awaiting_since");
  auto rows = query.first<OrganizationRow>(tx, 1);
  if (rows.empty()) return std::nullopt;
  return rows.front().id;
}

}  // namespace expogate::organization::store
