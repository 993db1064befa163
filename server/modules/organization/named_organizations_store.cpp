#include "base/uscc.h"
#include "organization/named_organizations.h"
#include "platform/text/folding.h"

namespace expogate::organization {

void where_named(db::ListQuery& query, std::string_view column, const EditionId& edition,
                 const std::string& typed) {
  query.where(std::string(column) + R"( in (
      select n.id from organizations n where n.edition_id = ? and (n.uscc = ? or n.name_folded like ? escape '!')))",
              edition, normalized_uscc(typed), db::like_pattern(folded_name(typed)));
}

}  // namespace expogate::organization
