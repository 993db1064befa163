#include <fmt/format.h>

#include "base/in_order.h"
#include "base/uscc.h"
#include "key_invitee/key_invitee_list.h"
#include "platform/db/list_query.h"
#include "platform/text/folding.h"

namespace expogate::key_invitee::store {
namespace {

// By its code, or by the link that an overseas one registered with; each is one look into a unique index.
constexpr std::string_view by_code =
    "left join organizations c on c.edition_id = k.edition_id and c.uscc = k.uscc";
constexpr std::string_view by_link = "left join organizations l on l.id = k.organization_id";

constexpr std::string_view registration =
    "case when coalesce(c.id, l.id) is null then 'not_yet' when coalesce(c.top_group_id, l.top_group_id) = "
    "k.trading_group_id then 'here' else 'elsewhere' end";
constexpr std::string_view is_here = "coalesce(c.top_group_id, l.top_group_id) = k.trading_group_id";

std::string columns() {
  return fmt::format(
      "k.id, k.trading_group_id, g.name_zh as group_name_zh, g.name_en as group_name_en, k.subgroup_id, "
      "s.name_zh as subgroup_name_zh, s.name_en as subgroup_name_en, k.source, k.uscc, k.name, "
      "k.contact_name, k.contact_mobile_masked, k.contact_email_masked, k.level, k.reason, k.state, "
      "k.set_aside_reason, k.referral_code, k.invited_at, case when k.token_hash is null then null else "
      "k.link_expires_at end as link_expires_at, k.opened_at, k.invitation_count, {0} as registration, case "
      "when {1} then coalesce(c.id, l.id) end as organization_id, case when {1} then coalesce(c.number, "
      "l.number) end as organization_number, case when {1} then coalesce(c.state, l.state) end as "
      "organization_state, k.created_at, k.version",
      registration, is_here);
}

void where_reached(db::ListQuery& query, const Caller& caller, const std::optional<TradingGroupId>& group) {
  query.where("k.edition_id = ?", caller.edition);
  query.where_reached(reach_of(caller.scope, {"", "k.trading_group_id", "k.trading_group_id"}));
  if (group) query.where("k.trading_group_id = ?", *group);
}

db::ListQuery rows_of(const Caller& caller, const KeyInviteeFilter& filter,
                      const std::string& shown = columns()) {
  db::ListQuery query("key_invitees k", shown);
  query.join(by_code)
      .join(by_link)
      .show("join trading_groups g on g.id = k.trading_group_id")
      .show("left join trading_groups s on s.id = k.subgroup_id");
  where_reached(query, caller, filter.group_id);
  if (filter.name) {
    auto part = db::name_part(folded_for_search(*filter.name), *filter.name, "k.name_folded", {"k.name"});
    query.where_values(part.sql, part.values);
  }
  if (filter.uscc) {
    auto part = db::name_part(normalized_uscc(*filter.uscc), *filter.uscc, "k.uscc", {"k.uscc"});
    query.where_values(part.sql, part.values);
  }
  if (filter.id) query.where("k.id = ?", *filter.id);
  if (filter.level) query.where("k.level = ?", enum_name(*filter.level));
  query.where_in("k.state", filter.state);
  if (filter.source) query.where("k.source = ?", enum_name(*filter.source));
  if (filter.registration) query.where(fmt::format("{} = ?", registration), enum_name(*filter.registration));
  if (!filter.organization_state.empty())
    query.where(std::string(is_here)).where_in("coalesce(c.state, l.state)", filter.organization_state);
  return query;
}

void order(db::ListQuery& query, const std::string& sort) {
  query.order_by(sort,
                 {{"name", "k.name"},
                  {"uscc", "k.uscc"},
                  {"level", "case k.level when 'key' then 1 when 'important' then 2 else 3 end"},
                  {"invited_at", "k.invited_at"},
                  {"created_at", "k.created_at"}},
                 "k.id desc", "k.id");
}

}  // namespace

Page<KeyInviteeRow> list(db::Tx& tx, const Caller& caller, const KeyInviteeFilter& filter,
                         const PageRequest& page) {
  auto query = rows_of(caller, filter);
  order(query, page.sort);
  return query.page<KeyInviteeRow>(tx, page);
}

KeyInviteeRow get_row(db::Tx& tx, const Caller& caller, const KeyInviteeId& id) {
  auto query = rows_of(caller, {});
  query.where("k.id = ?", id).order_by("", {}, "k.id", "k.id");
  auto rows = query.first<KeyInviteeRow>(tx, 1);
  if (rows.empty()) throw NotFound();
  return rows.front();
}

std::vector<KeyInviteeId> list_ids(db::Tx& tx, const Caller& caller, const KeyInviteeFilter& filter,
                                   const std::string& sort, int most) {
  auto query = rows_of(caller, filter, "k.id");
  order(query, sort);
  return query.first<KeyInviteeId>(tx, most);
}

std::vector<KeyInviteeRow> list_rows(db::Tx& tx, const Caller& caller, const KeyInviteeFilter& filter,
                                     const std::vector<KeyInviteeId>& ids) {
  if (ids.empty()) return {};
  auto query = rows_of(caller, filter);
  query.where_in("k.id", ids).order_by("", {}, "k.id", "k.id");
  return in_order(query.all<KeyInviteeRow>(tx), ids, [](auto& row) { return row.id; });
}

KeyInviteeFigures count(db::Tx& tx, const Caller& caller, const std::optional<TradingGroupId>& group) {
  auto sum = [](std::string_view condition) {
    return fmt::format("coalesce(sum(case when {} then 1 else 0 end), 0)", condition);
  };
  db::ListQuery query(
      "key_invitees k",
      fmt::format("count(*) as recommended, {} as invited, {} as opened, {} as registered, {} as approved",
                  sum("k.invitation_count > 0"), sum("k.opened_at is not null"), sum(is_here),
                  sum(fmt::format("{} and coalesce(c.state, l.state) = 'approved'", is_here))));
  query.join(by_code).join(by_link).where("k.state <> 'withdrawn'");
  where_reached(query, caller, group);
  return query.all<KeyInviteeFigures>(tx).front();
}

}  // namespace expogate::key_invitee::store
