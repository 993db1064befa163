#include "attendee/identity_check_store.h"

namespace expogate::attendee::store {

bool change_identity(db::Tx& tx, const Attendee& a, const IdentityCheck& after) {
  return tx.exec(R"(
      update attendees set identity_state = $6, identity_finding = $7, identity_at = $8
      where id = $1 and identity_state = $2 and name_zh = $3 and name_en = $4
        and coalesce(document_index, '') = coalesce($5, ''))",
                 a.id, a.identity_state, a.name_zh, a.name_en, a.document_index, after.state, after.finding,
                 after.at) == 1;
}

void forget_identity(db::Tx& tx, const AttendeeId& id) {
  tx.exec(R"(
      update attendees set identity_state = 'not_asked', identity_finding = null, identity_at = null
      where id = $1)",
          id);
}

}  // namespace expogate::attendee::store
