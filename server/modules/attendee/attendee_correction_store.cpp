#include "attendee/attendee_correction.h"

namespace expogate::attendee::store {

std::optional<std::string> find_number_by_document(db::Tx& tx, const Attendee& a) {
  // As the index `attendees_document` sees it: passports are numbered by their countries.
  return tx.one<std::string>(R"(
      select number from attendees
      where edition_id = $1 and document_index = $2 and state <> 'voided' and id <> $3
        and (case when document_type = 'passport' then coalesce(nationality_code, '') else '' end) = $4)",
                             a.edition_id, a.document_index, a.id,
                             issuing_country(a.document_type, a.nationality_code));
}

}  // namespace expogate::attendee::store
