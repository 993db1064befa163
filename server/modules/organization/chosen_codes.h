#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/list_query.h"

namespace expogate::organization {

/// Limits a list to the organizations that have chosen one of these codes, or something below it, in a
/// catalogue of the form: `kind` is `industry` or `product`. `column` holds their id, as in `o.id`; no code
/// is no condition.
void where_chosen(db::ListQuery& query, std::string_view column, std::string_view kind,
                  const std::vector<std::string>& codes);

}  // namespace expogate::organization
