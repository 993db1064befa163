#include <fmt/format.h>

#include "base/in_order.h"
#include "base/text.h"
#include "base/uscc.h"
#include "group_payment/sponsorship_limit.h"
#include "organization/chosen_codes.h"
#include "platform/db/list_query.h"
#include "platform/text/folding.h"

namespace expogate::group_payment::store {
namespace {

/// Where it is, in one language: a city that bears its province's name is named once.
std::string place_in(std::string_view name) {
  return fmt::format(
      "coalesce(nullif(trim(coalesce(pr.{0}, '') || case when ci.{0} is null or ci.{0} = pr.{0} then '' else "
      "' ' || ci.{0} end || coalesce(' ' || di.{0}, '')), ''), co.{0}, '')",
      name);
}

std::string columns() {
  return "o.id, o.serial, o.number, o.name_zh, o.name_en, o.uscc, o.purchase_5y_code, " +
         place_in("name_zh") + " as place_zh, " + place_in("name_en") +
         " as place_en, o.contact_name, o.category, o.is_sme, o.attendee_count, o.submitted_at, l.persons, "
         "coalesce(l.sponsored, 0) as sponsored, coalesce(l.version, 0) as version";
}

std::string catalogue_item(std::string_view alias, std::string_view kind, std::string_view column) {
  return fmt::format(
      "left join catalogue_items {0} on {0}.edition_id = o.edition_id and {0}.kind = '{1}' and {0}.code = "
      "o.{2}",
      alias, kind, column);
}

/// A group has at most some thousand organizations: what is not in the index of groups is looked at in their
/// rows.
void where_filtered(db::ListQuery& query, const LimitFilter& filter) {
  if (filter.number) query.where("o.number = ?", ascii_upper(*filter.number));
  if (filter.organization) {
    auto& typed = *filter.organization;
    auto part = db::name_part(folded_for_search(typed), typed, "o.name_folded", {"o.name_zh", "o.name_en"});
    part.values.insert(part.values.begin(), normalized_uscc(typed));
    query.where_values("(o.uscc = ? or " + part.sql + ")", part.values);
  }
  if (filter.uscc) {
    // "Y" is the last letter of a code's alphabet, and "Z" comes after whatever follows the beginning.
    auto code = normalized_uscc(*filter.uscc);
    query.where("o.uscc >= ? and o.uscc < ?", code, code + "Z");
  }
  organization::where_chosen(query, "o.id", "industry", filter.industry);
  if (filter.category) query.where("o.category = ?", *filter.category);
  if (filter.is_sme) query.where("o.is_sme = ?", *filter.is_sme);
  if (filter.has_limit) query.where(*filter.has_limit ? "l.persons is not null" : "l.persons is null");
  if (filter.limit_from)
    query.where(
        "(coalesce(l.persons, p.default_limit) >= ? or (l.persons is null and p.default_limit is null))",
        *filter.limit_from);
  if (filter.limit_to) query.where("coalesce(l.persons, p.default_limit) <= ?", *filter.limit_to);
  if (filter.attendee_count_from) query.where("o.attendee_count >= ?", *filter.attendee_count_from);
  if (filter.attendee_count_to) query.where("o.attendee_count <= ?", *filter.attendee_count_to);
  if (filter.submitted_from_on) query.where("o.submitted_at >= ?", fair_day_start(*filter.submitted_from_on));
  if (filter.submitted_to_on) query.where("o.submitted_at < ?", fair_day_end(*filter.submitted_to_on));
}

db::ListQuery rows_of(const Caller& group, const LimitFilter& filter, const std::string& shown = columns()) {
  db::ListQuery query("organizations o", shown);
  query.keyed_by("o.serial")
      .join("left join sponsorship_limits l on l.organization_id = o.id")
      .show(catalogue_item("pr", "division", "province_code"))
      .show(catalogue_item("ci", "division", "city_code"))
      .show(catalogue_item("di", "division", "district_code"))
      .show(catalogue_item("co", "country", "country_code"));
  if (filter.limit_from || filter.limit_to)
    query.join(
        "left join group_payments p on p.edition_id = o.edition_id and p.trading_group_id = "
        "o.trading_group_id");
  query.where("o.edition_id = ?", group.edition).where("o.trading_group_id = ?", group.scope.group);
  where_filtered(query, filter);
  return query;
}

void order(db::ListQuery& query, const std::string& sort) {
  query.order_by(sort,
                 {{"number", "o.serial"},
                  {"name_zh", "o.name_zh"},
                  {"attendee_count", "o.attendee_count"},
                  {"submitted_at", "o.submitted_at"},
                  {"sponsored", "coalesce(l.sponsored, 0)"}},
                 "o.serial desc", "o.serial");
}

}  // namespace

Page<LimitRow> list_limits(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                           const PageRequest& page) {
  auto query = rows_of(group, filter);
  order(query, page.sort);
  return query.page<LimitRow>(tx, page);
}

std::vector<LimitRow> list_limits_of(db::Tx& tx, const Caller& group,
                                     const std::vector<OrganizationId>& organizations) {
  if (organizations.empty()) return {};
  auto query = rows_of(group, {});
  query.where_in("o.id", organizations).order_by("", {}, "o.serial", "o.serial");
  return query.all<LimitRow>(tx);
}

std::vector<std::int64_t> list_limit_serials(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                                             const std::string& sort, int most) {
  auto query = rows_of(group, filter, "o.serial");
  order(query, sort);
  return query.first<std::int64_t>(tx, most);
}

std::vector<LimitRow> list_limits_by_serials(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                                             const std::vector<std::int64_t>& serials) {
  if (serials.empty()) return {};
  auto query = rows_of(group, filter);
  query.where_in("o.serial", serials).order_by("", {}, "o.serial", "o.serial");
  return in_order(query.all<LimitRow>(tx), serials, [](auto& row) { return row.serial; });
}

bool change_limit(db::Tx& tx, const Caller& group, const LimitRow& read,
                  std::optional<std::int64_t> persons) {
  return tx.exec(R"(
      insert into sponsorship_limits (organization_id, edition_id, trading_group_id, persons, sponsored, version)
      values ($1, $2, $3, $4, 0, 1)
      on conflict (organization_id) do update
        set persons = excluded.persons, trading_group_id = excluded.trading_group_id,
            version = sponsorship_limits.version + 1
        where sponsorship_limits.version = $5)",
                 read.id, group.edition, group.scope.group, persons, read.version) == 1;
}

}  // namespace expogate::group_payment::store
