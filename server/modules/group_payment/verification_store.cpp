#include "group_payment/verification.h"

#include "platform/db/check.h"

namespace expogate::group_payment {
namespace {

constexpr db::Check checks[] = {
    {"somebody waits for a group that does not pay", R"(
      select a.number from attendees a
      where a.state = 'awaiting_group' and not exists (
        select 1 from group_payments p
        where p.edition_id = a.edition_id and p.trading_group_id = a.trading_group_id and p.is_on))"},
    {"somebody waits for a decision that was made", R"(
      select number from attendees where state = 'awaiting_group' and sponsorship is not null)"},
    {"a sponsored person is not locked, or nobody sponsors it", R"(
      select number from attendees
      where sponsorship = 'sponsored' and (sponsor_group_id is null
        or state not in ('awaiting_review', 'approved', 'rejected', 'returned', 'voided')))"},
    {"an organization's count of sponsored people differs from them", R"(
      select o.number from organizations o left join sponsorship_limits l on l.organization_id = o.id
      where coalesce(l.sponsored, 0) <> (
        select count(*) from attendees a where a.organization_id = o.id and a.sponsorship = 'sponsored'))"},
    {"somebody is paid for twice", R"(
      select a.number from attendees a
      where a.sponsorship = 'sponsored' and exists (
        select 1 from order_items i join orders r on r.id = i.order_id
        where i.attendee_id = a.id and r.state = 'paid'))"},
};

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  return db::run_checks(tx, "group payment", checks);
}

}  // namespace expogate::group_payment
