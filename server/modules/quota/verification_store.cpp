#include "quota/verification.h"

#include "platform/db/check.h"

namespace expogate::quota {
namespace {

constexpr db::Check checks[] = {
    {"a group's free places differ from the ledger", R"(
      select q.edition_id || ' ' || q.trading_group_id || ' ' || q.badge_type
      from group_quotas q
      left join ledger_accounts a
        on a.id = 'quota/' || q.edition_id || '/' || q.badge_type || '/group/' || q.trading_group_id
      where q.total - q.to_subgroups - q.to_organizations - q.to_upgrades
              <> coalesce(a.credits_posted - a.debits_posted, 0))"},
    {"an organization's free places differ from the ledger", R"(
      select q.id || ' ' || t.badge_type
      from organization_quotas q
      cross join (select 'vip' as badge_type union all select 'staff') t
      left join ledger_accounts a on a.id = 'quota/' || q.edition_id || '/' || t.badge_type || '/organization/' || q.id
      where (case when t.badge_type = 'vip' then q.vip - q.vip_used else q.staff - q.staff_used end)
              <> coalesce(a.credits_posted - a.debits_posted, 0))"},
    {"a group's parts differ from what its subgroups and organizations have", R"(
      select q.edition_id || ' ' || q.trading_group_id || ' ' || q.badge_type
      from group_quotas q
      where q.to_subgroups <> (
          select coalesce(sum(s.total), 0) from group_quotas s join trading_groups g on g.id = s.trading_group_id
          where g.parent_id = q.trading_group_id and s.edition_id = q.edition_id and s.badge_type = q.badge_type)
        or q.to_organizations <> (
          select coalesce(sum(case when q.badge_type = 'vip' then o.vip else o.staff end), 0)
          from organization_quotas o
          where o.edition_id = q.edition_id and o.trading_group_id = q.trading_group_id)
        or q.to_upgrades <> (
          select count(*) from quota_places p
          where p.edition_id = q.edition_id and p.trading_group_id = q.trading_group_id
            and p.badge_type = q.badge_type and p.organization_quota_id is null))"},
    {"what an organization uses differs from who sits there", R"(
      select q.id from organization_quotas q
      where q.vip_used <> (
          select count(*) from quota_places p where p.organization_quota_id = q.id and p.badge_type = 'vip')
        or q.staff_used <> (
          select count(*) from quota_places p where p.organization_quota_id = q.id and p.badge_type = 'staff'))"},
    {"somebody sits on a place without holding it", R"(
      select p.attendee_id from quota_places p
      left join ledger_accounts a on a.id = 'quota/' || p.edition_id || '/' || p.badge_type || '/person/' || p.attendee_id
      where coalesce(a.credits_posted - a.debits_posted, 0) <> 1)"},
    {"somebody holds a place without sitting on it", R"(
      select a.id from ledger_accounts a
      where a.id like 'quota/%/person/%' and a.credits_posted - a.debits_posted <> (
        select count(*) from quota_places p
        where a.id = 'quota/' || p.edition_id || '/' || p.badge_type || '/person/' || p.attendee_id))"},
    {"a free badge is without a place, or a place without a free badge", R"(
      select a.number from attendees a
      join editions e on e.id = a.edition_id and e.state = 'current'
      left join quota_places p on p.attendee_id = a.id
      where coalesce(p.badge_type, 'professional')
              <> case when a.state in ('voided', 'rejected') then 'professional' else a.badge_type end)"},
};

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  return db::run_checks(tx, "quotas", checks);
}

}  // namespace expogate::quota
