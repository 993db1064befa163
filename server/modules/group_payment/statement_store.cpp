#include "group_payment/statement.h"
#include "platform/db/list_query.h"

namespace expogate::group_payment::store {
namespace {

constexpr std::string_view columns =
    "g.id, g.parent_id, g.name_zh, g.name_en, coalesce(y.is_permitted, false) as is_permitted, "
    "coalesce(y.is_on, false) as is_on, coalesce(u.undecided, 0) as undecided, coalesce(s.persons, 0) as "
    "persons, "
    "coalesce(s.total_fen, 0) as total_fen, coalesce(y.version, 0) as version";

}  // namespace

std::vector<GroupPaymentRow> list_statement(db::Tx& tx, const Caller& caller,
                                            const GroupPaymentFilter& filter) {
  auto& edition = caller.edition;
  db::ListQuery query("trading_groups g", columns);
  query.join("left join trading_groups p on p.id = g.parent_id")
      .join("left join group_payments y on y.edition_id = ? and y.trading_group_id = g.id", edition)
      .join(R"(
          left join (select sponsor_group_id, count(*) as persons, sum(fee_fen) as total_fen from attendees
                     where edition_id = ? and sponsor_group_id is not null and state not in ('rejected', 'voided')
                     group by sponsor_group_id) s on s.sponsor_group_id = g.id)",
            edition)
      .join(R"(
          left join (select trading_group_id, count(*) as undecided from attendees
                     where edition_id = ? and state = 'awaiting_group' group by trading_group_id) u
            on u.trading_group_id = g.id)",
            edition);
  query.where_reached(reach_of(caller.scope, {"", "g.id", "coalesce(g.parent_id, g.id)"}));
  if (filter.name) {
    auto pattern = db::like_pattern(*filter.name);
    query.where("(g.name_zh like ? escape '!' or g.name_en like ? escape '!')", pattern, pattern);
  }
  if (filter.is_permitted) query.where("coalesce(y.is_permitted, false) = ?", *filter.is_permitted);
  if (filter.is_on) query.where("coalesce(y.is_on, false) = ?", *filter.is_on);
  query.order_by("", {}, "coalesce(p.position, g.position), coalesce(p.id, g.id), g.kind, g.position, g.id",
                 "g.id");
  return query.all<GroupPaymentRow>(tx);
}

}  // namespace expogate::group_payment::store
