#include "attendee/named_attendees.h"
#include "platform/text/folding.h"

namespace expogate::attendee {

void where_named(db::ListQuery& query, std::string_view column, const EditionId& edition,
                 const std::string& typed) {
  query.where(std::string(column) + R"( in (
      select n.id from attendees n where n.edition_id = ? and n.name_folded like ? escape '!'))",
              edition, db::like_pattern(folded_name(typed)));
}

}  // namespace expogate::attendee
