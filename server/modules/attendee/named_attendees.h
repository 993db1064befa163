#pragma once
#include <string>
#include <string_view>

#include "base/id.h"
#include "platform/db/list_query.h"

namespace expogate::attendee {

/// Limits a list to people of whose name somebody types a part. `column` holds their id, as in
/// `b.attendee_id`.
void where_named(db::ListQuery& query, std::string_view column, const EditionId& edition,
                 const std::string& typed);

}  // namespace expogate::attendee
