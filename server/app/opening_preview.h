#pragma once
#include "platform/db/database.h"
#include "platform/wire/router.h"

namespace expogate {

/// What to know before a prepared edition becomes the current one.
void add_opening_preview_routes(wire::Router& router, db::Database& database);

}  // namespace expogate
