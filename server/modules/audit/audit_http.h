#pragma once
#include "audit/audit.h"
#include "platform/db/database.h"
#include "platform/wire/router.h"

namespace expogate::audit {

void add_routes(wire::Router& router, db::Database& database, const Clock& clock);

/// Reads the chain through a database, a piece at a time.
Verification verify_database(db::Database& database);

}  // namespace expogate::audit
