#include "key_invitee/verification.h"

#include "platform/db/check.h"

namespace expogate::key_invitee {
namespace {

constexpr db::Check checks[] = {
    {"a recommendation is not a group's, or means a subgroup of another", R"(
      select k.id from key_invitees k join trading_groups g on g.id = k.trading_group_id
      left join trading_groups s on s.id = k.subgroup_id
      where g.kind <> 'group' or s.parent_id <> k.trading_group_id)"},
    {"an invitation was sent and nobody knows when, or never and somebody does", R"(
      select id from key_invitees where (invitation_count > 0) <> (invited_at is not null)
        or (state = 'invited' and invitation_count = 0) or (opened_at is not null and invitation_count = 0))"},
    {"a link registered what it was not for", R"(
      select k.id from key_invitees k join organizations o on o.id = k.organization_id
      where o.edition_id <> k.edition_id or o.origin <> 'overseas' or k.used_at is null)"},
};

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  return db::run_checks(tx, "key invitees", checks);
}

}  // namespace expogate::key_invitee
