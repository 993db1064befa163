#include <fmt/format.h>

#include "organization/registered_name.h"

namespace expogate::organization {

std::optional<RegisteredName> find_registered_name(db::Tx& tx, const EditionId& edition,
                                                   const std::string& uscc) {
  return tx.one<RegisteredName>(
      "select name_zh, name_en, trading_group_id from organizations where edition_id = $1 and uscc = $2 and "
      "state <> 'rejected' and (name_zh <> '' or name_en <> '')",
      edition, uscc);
}

std::string shown_name(std::string_view otherwise) {
  return fmt::format("coalesce(nullif(o.name_zh, ''), nullif(o.name_en, ''), {})", otherwise);
}

}  // namespace expogate::organization
