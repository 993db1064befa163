#include "gate/offline_list.h"

namespace expogate::gate::store {

std::vector<ListedBadge> list_refused(db::Tx& tx, const EditionId& edition, Instant since) {
  return tx.query<ListedBadge>(R"(
      select b.code_edition_number, b.code_serial, b.revoked_reason = 'voided' as is_voided, b.entry_days
      from badges b
      where b.edition_id = $1 and b.state = 'revoked' and b.revoked_at >= $2 and not exists (
        select 1 from badges n where n.edition_id = b.edition_id and n.code_edition_number = b.code_edition_number
          and n.code_serial = b.code_serial and n.state <> 'revoked')
      order by b.code_edition_number, b.code_serial)",
                               edition, since);
}

std::vector<ListedBadge> list_reused(db::Tx& tx, const EditionId& edition, Instant since) {
  return tx.query<ListedBadge>(R"(
      select b.code_edition_number, b.code_serial, false as is_voided, b.entry_days
      from badges b
      where b.edition_id = $1 and b.kind = 'reuse' and b.state <> 'revoked' and b.created_at >= $2
      order by b.code_edition_number, b.code_serial)",
                               edition, since);
}

}  // namespace expogate::gate::store
