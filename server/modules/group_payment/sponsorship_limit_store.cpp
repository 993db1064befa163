#include "base/text.h"
#include "base/uscc.h"
#include "group_payment/sponsorship_limit.h"
#include "platform/db/list_query.h"
#include "platform/text/folding.h"

namespace expogate::group_payment::store {
namespace {

db::ListQuery rows_of(const Caller& group, const LimitFilter& filter) {
  db::ListQuery query(
      "organizations o",
      "o.id, o.number, o.name_zh, o.name_en, o.uscc, o.purchase_5y_code, o.contact_name, o.is_sme, "
      "o.attendee_count, l.persons, coalesce(l.sponsored, 0) as sponsored, coalesce(l.version, 0) as "
      "version");
  query.join("left join sponsorship_limits l on l.organization_id = o.id");
  query.where("o.edition_id = ?", group.edition).where("o.trading_group_id = ?", group.scope.group);
  if (filter.number) query.where("o.number = ?", ascii_upper(*filter.number));
  if (filter.organization) {
    auto& typed = *filter.organization;
    auto part = db::name_part(folded_for_search(typed), typed, "o.name_folded", {"o.name_zh", "o.name_en"});
    part.values.insert(part.values.begin(), normalized_uscc(typed));
    query.where_values("(o.uscc = ? or " + part.sql + ")", part.values);
  }
  if (filter.is_sme) query.where("o.is_sme = ?", *filter.is_sme);
  if (filter.has_limit) query.where(*filter.has_limit ? "l.persons is not null" : "l.persons is null");
  return query;
}

}  // namespace

Page<LimitRow> list_limits(db::Tx& tx, const Caller& group, const LimitFilter& filter,
                           const PageRequest& page) {
  auto query = rows_of(group, filter);
  query.order_by(
      page.sort,
      {{"number", "o.serial"}, {"attendee_count", "o.attendee_count"}, {"sponsored", "l.sponsored"}},
      "o.serial desc", "o.serial");
  return query.page<LimitRow>(tx, page);
}

std::vector<LimitRow> list_limits_of(db::Tx& tx, const Caller& group,
                                     const std::vector<OrganizationId>& organizations) {
  if (organizations.empty()) return {};
  auto query = rows_of(group, {});
  query.where_in("o.id", organizations).order_by("", {}, "o.serial", "o.serial");
  return query.all<LimitRow>(tx);
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
