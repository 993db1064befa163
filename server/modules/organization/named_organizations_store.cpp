#include "base/uscc.h"
#include "organization/named_organizations.h"
#include "platform/text/folding.h"

namespace expogate::organization {

void where_named(db::ListQuery& query, std::string_view column, const EditionId& edition,
                 const std::string& typed) {
  auto part = db::name_part(folded_for_search(typed), typed, "n.name_folded", {"n.name_zh", "n.name_en"});
  part.values.insert(part.values.begin(), {edition.text, normalized_uscc(typed)});
  query.where_values(std::string(column) +
                         " in (select n.id from organizations n where n.edition_id = ? and (n.uscc = ? or " +
                         part.sql + "))",
                     part.values);
}

}  // namespace expogate::organization
