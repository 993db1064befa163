#include "badge/verification.h"

#include "platform/db/check.h"

namespace expogate::badge {
namespace {

constexpr db::Check checks[] = {
    {"somebody who is approved has no badge", R"(
      select a.number from attendees a
      where a.state = 'approved' and not exists (
        select 1 from badges b where b.attendee_id = a.id and b.state <> 'revoked'))"},
    {"somebody who is not approved has a badge that is not revoked", R"(
      select a.number from badges b join attendees a on a.id = b.attendee_id
      where b.state <> 'revoked' and a.state <> 'approved')"},
    {"a batch does not hold as many badges as it says", R"(
      select cast(t.serial as text) from badge_batches t
      where t.state in ('ready', 'made') and t.badges <> (
        select count(*) from badges b where b.batch_id = t.id))"},
    {"a parcel does not hold as many badges as it says", R"(
      select cast(p.serial as text) from parcels p
      where p.badges <> (select count(*) from badges b where b.parcel_id = p.id))"},
    {"a badge is sent without a parcel that is", R"(
      select cast(b.serial as text) from badges b left join parcels p on p.id = b.parcel_id
      where b.state = 'sent' and coalesce(p.state, '') <> 'sent')"},
    {"a badge's state and its dates differ", R"(
      select cast(b.serial as text) from badges b
      where (b.state = 'revoked') <> (b.revoked_at is not null) or (b.state = 'collected' and b.collected_at is null)
        or (b.state in ('made', 'sent', 'collected') and b.made_at is null)
        or (b.state in ('awaiting', 'in_production') and b.made_at is not null))"},
};

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  return db::run_checks(tx, "badges", checks);
}

}  // namespace expogate::badge
