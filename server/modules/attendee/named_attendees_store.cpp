#include "attendee/named_attendees.h"
#include "platform/text/folding.h"

namespace expogate::attendee {

void where_named(db::ListQuery& query, std::string_view column, const EditionId& edition,
                 const std::string& typed) {
  auto part = db::name_part(folded_for_search(typed), typed, "n.name_folded", {"n.name_zh", "n.name_en"});
  part.values.insert(part.values.begin(), edition.text);
  query.where_values(
      std::string(column) + " in (select n.id from attendees n where n.edition_id = ? and " + part.sql + ")",
      part.values);
}

}  // namespace expogate::attendee
