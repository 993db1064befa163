#pragma once
#include <string>
#include <string_view>

#include "base/id.h"
#include "platform/db/list_query.h"

namespace expogate::organization {

/// Limits a list to the organizations that somebody types: part of a name, or a USCC.
/// `column` holds their id, as in `b.organization_id`.
void where_named(db::ListQuery& query, std::string_view column, const EditionId& edition,
                 const std::string& typed);

}  // namespace expogate::organization
