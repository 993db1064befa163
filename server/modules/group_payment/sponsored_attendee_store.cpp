#include "attendee/named_attendees.h"
#include "base/in_order.h"
#include "base/text.h"
#include "group_payment/sponsored_attendee.h"
#include "organization/named_organizations.h"
#include "platform/db/list_query.h"

namespace expogate::group_payment::store {
namespace {

constexpr std::string_view columns =
    "a.id, a.serial, a.number, a.name_zh, a.name_en, a.nationality_code, a.position, a.badge_type, a.state, "
    "o.name_zh as organization_name_zh, o.name_en as organization_name_en, e.name_zh as entry_option_zh, "
    "e.name_en as entry_option_en, t.name_zh as group_name_zh, t.name_en as group_name_en, a.fee_fen, "
    "a.sponsored_at";

// By who pays, not by whose they are: they stay charged when their organization moves (GRP-03).
constexpr ReachColumns payer{"", "a.sponsor_group_id", "a.sponsor_group_id"};

void where_sponsored(db::ListQuery& query, const Caller& caller, const SponsoredFilter& filter) {
  query.where("a.edition_id = ?", caller.edition)
      .where("a.sponsor_group_id is not null")
      .where("a.state not in ('rejected', 'voided')");
  query.where_reached(reach_of(caller.scope, payer));
  if (filter.group_id) query.where("a.sponsor_group_id = ?", *filter.group_id);
  if (filter.organization)
    organization::where_named(query, "a.organization_id", caller.edition, *filter.organization);
  if (filter.name) attendee::where_named(query, "a.id", caller.edition, *filter.name);
  if (filter.number) query.where("a.number = ?", ascii_upper(*filter.number));
  query.where_in("a.badge_type", filter.badge_type).where_in("a.entry_option_id", filter.entry_option_id);
}

db::ListQuery rows_of(const Caller& caller, const SponsoredFilter& filter, std::string_view shown = columns) {
  db::ListQuery query("attendees a", shown);
  query.keyed_by("a.serial")
      .show("join organizations o on o.id = a.organization_id")
      .show("left join entry_options e on e.id = a.entry_option_id")
      .show("join trading_groups t on t.id = a.sponsor_group_id");
  where_sponsored(query, caller, filter);
  return query;
}

void order(db::ListQuery& query, const std::string& sort) {
  query.order_by(sort, {{"number", "a.serial"}, {"fee_fen", "a.fee_fen"}}, "a.serial desc", "a.serial");
}

}  // namespace

Page<SponsoredRow> list_sponsored(db::Tx& tx, const Caller& caller, const SponsoredFilter& filter,
                                  const PageRequest& page) {
  auto query = rows_of(caller, filter);
  order(query, page.sort);
  return query.page<SponsoredRow>(tx, page);
}

SponsoredTotal total_sponsored(db::Tx& tx, const Caller& caller, const SponsoredFilter& filter) {
  db::ListQuery query("attendees a", "count(*) as persons, coalesce(sum(a.fee_fen), 0) as total_fen");
  where_sponsored(query, caller, filter);
  return query.all<SponsoredTotal>(tx).front();
}

std::vector<std::int64_t> list_sponsored_serials(db::Tx& tx, const Caller& caller,
                                                 const SponsoredFilter& filter, const std::string& sort,
                                                 int most) {
  auto query = rows_of(caller, filter, "a.serial");
  order(query, sort);
  return query.first<std::int64_t>(tx, most);
}

std::vector<SponsoredRow> list_sponsored_by_serials(db::Tx& tx, const Caller& caller,
                                                    const SponsoredFilter& filter,
                                                    const std::vector<std::int64_t>& serials) {
  if (serials.empty()) return {};
  auto query = rows_of(caller, filter);
  query.where_in("a.serial", serials).order_by("", {}, "a.serial", "a.serial");
  return in_order(query.all<SponsoredRow>(tx), serials, [](auto& row) { return row.serial; });
}

}  // namespace expogate::group_payment::store
