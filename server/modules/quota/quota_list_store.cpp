#include <fmt/format.h>

#include "base/uscc.h"
#include "organization/registered_name.h"
#include "platform/db/list_query.h"
#include "platform/text/folding.h"
#include "quota/quota_list.h"
#include "quota/quota_store.h"

namespace expogate::quota::store {
namespace {

constexpr std::string_view group_columns =
    "g.id, g.parent_id, g.name_zh, g.name_en, c.login_name, coalesce(v.total, 0) as vip_total, "
    "coalesce(v.to_subgroups, 0) as vip_to_subgroups, coalesce(v.to_organizations + v.to_upgrades, 0) as "
    "vip_assigned, coalesce(s.total, 0) as staff_total, coalesce(s.to_subgroups, 0) as staff_to_subgroups, "
    "coalesce(s.to_organizations + s.to_upgrades, 0) as staff_assigned, coalesce(p.vip, 0) as vip_attendees, "
    "coalesce(p.staff, 0) as staff_attendees, coalesce(p.professional, 0) as professional_attendees, "
    "coalesce(v.version, 0) + coalesce(s.version, 0) as version";

/// People of a group by their badge; the bureau's first view adds those of subgroups to their group.
std::string people_by(std::string_view column) {
  return fmt::format(R"(
      left join (select {0} as group_id, sum(case when badge_type = 'vip' then 1 else 0 end) as vip,
                        sum(case when badge_type = 'staff' then 1 else 0 end) as staff,
                        sum(case when badge_type = 'professional' then 1 else 0 end) as professional
                 from attendees where edition_id = ? and state not in ('voided', 'rejected') and {0} is not null
                 group by {0}) p on p.group_id = g.id)",
                     column);
}

/// Where an organization of a quota is registered by now; `o` is that organization, where there is one.
constexpr std::string_view registered =
    "case when o.id is null then 'not_yet' when o.trading_group_id = q.trading_group_id then 'here' else "
    "'elsewhere' end";
constexpr std::string_view is_effective =
    "(o.id is not null and o.trading_group_id = q.trading_group_id and q.vip + q.staff > 0)";

db::ListQuery organization_rows(const Caller& caller) {
  db::ListQuery query(
      "organization_quotas q",
      fmt::format("q.id, q.edition_id, q.trading_group_id, q.uscc, q.organization_id, {} as name, "
                  "q.staff, q.vip, q.staff_used, q.vip_used, q.created_at, q.version, o.number as "
                  "organization_number, {} as registered, {} as is_effective",
                  organization::shown_name("q.name"), registered, is_effective));
  query.join(recipient_join);
  query.where("q.edition_id = ?", caller.edition);
  // A group's quotas are its own business, and the bureau's.
  query.where_reached(reach_of(caller.scope, {"", "q.trading_group_id", "q.trading_group_id"}));
  return query;
}

}  // namespace

std::vector<GroupQuotaRow> list_group_quotas(db::Tx& tx, const Caller& caller,
                                             const GroupQuotaFilter& filter) {
  bool is_bureau = caller.scope.level == Scope::Level::everything;
  auto root = is_bureau ? filter.group_id : std::optional(caller.scope.group);
  db::ListQuery query("trading_groups g", group_columns);
  query.join("left join accounts c on c.trading_group_id = g.id and c.parent_account_id is null")
      .join(
          "left join group_quotas v on v.edition_id = ? and v.trading_group_id = g.id and v.badge_type = "
          "'vip'",
          caller.edition)
      .join(
          "left join group_quotas s on s.edition_id = ? and s.trading_group_id = g.id and s.badge_type = "
          "'staff'",
          caller.edition)
      .join(people_by(root ? "trading_group_id" : "top_group_id"), caller.edition);
  if (root)
    query.where("(g.id = ? or g.parent_id = ?)", *root, *root);
  else
    query.where("g.kind = 'group'");
  if (filter.name) {
    auto pattern = db::like_pattern(*filter.name);
    query.where("(g.name_zh like ? escape '!' or g.name_en like ? escape '!')", pattern, pattern);
  }
  if (filter.has_quota)
    query.where(*filter.has_quota ? "coalesce(v.total, 0) + coalesce(s.total, 0) > 0"
                                  : "coalesce(v.total, 0) + coalesce(s.total, 0) = 0");
  query.order_by("", {}, "g.kind, g.position, g.id", "g.id");
  return query.all<GroupQuotaRow>(tx);
}

std::int64_t count_professionals(db::Tx& tx, const EditionId& edition, const TradingGroupId& group) {
  return tx.value<std::int64_t>(R"(
      select count(*) from attendees
      where edition_id = $1 and trading_group_id = $2 and badge_type = 'professional'
        and state not in ('voided', 'rejected'))",
                                edition, group);
}

Page<OrganizationQuotaRow> list_organization_quotas(db::Tx& tx, const Caller& caller,
                                                    const OrganizationQuotaFilter& filter,
                                                    const PageRequest& page) {
  auto query = organization_rows(caller);
  if (filter.organization) {
    // By the name it has registered with, and by the one that was given with the quota.
    auto& typed = *filter.organization;
    auto folded = folded_for_search(typed);
    auto given = db::name_part(folded, typed, "q.name_folded", {"q.name"});
    auto own = db::name_part(folded, typed, "o.name_folded", {"o.name_zh", "o.name_en"});
    std::vector<std::string> values{normalized_uscc(typed)};
    values.insert(values.end(), given.values.begin(), given.values.end());
    values.insert(values.end(), own.values.begin(), own.values.end());
    query.where_values("(q.uscc = ? or " + given.sql + " or " + own.sql + ")", values);
  }
  if (filter.registered) query.where(fmt::format("{} = ?", registered), enum_name(*filter.registered));
  if (filter.id) query.where("q.id = ?", *filter.id);
  if (filter.is_effective) query.where(fmt::format("{}{}", *filter.is_effective ? "" : "not ", is_effective));
  auto name = organization::shown_name("q.name");
  query.order_by(page.sort,
                 {{"name", name}, {"vip", "q.vip"}, {"staff", "q.staff"}, {"created_at", "q.created_at"}},
                 "q.created_at desc", "q.id");
  return query.page<OrganizationQuotaRow>(tx, page);
}

std::optional<OrganizationQuotaRow> find_row(db::Tx& tx, const Caller& caller,
                                             const OrganizationQuotaId& id) {
  auto query = organization_rows(caller);
  query.where("q.id = ?", id).order_by("", {}, "q.id", "q.id");
  auto rows = query.first<OrganizationQuotaRow>(tx, 1);
  return rows.empty() ? std::nullopt : std::optional(rows.front());
}

}  // namespace expogate::quota::store
