#pragma once
#include "platform/db/database.h"
#include "platform/wire/router.h"

namespace expogate {

/// What the next edition would begin with, before anybody opens it (EDN-06, INS-06).
void add_edition_preview_routes(wire::Router& router, db::Database& database);

}  // namespace expogate
