#pragma once
#include <string_view>

#include "platform/db/tx.h"

namespace expogate::db {

/// Until this transaction ends, others that take the same turn wait here: for a limit that is counted before
/// a row is added. SQLite has one writer, nobody meets.
void take_turn(Tx& tx, std::string_view what);

}  // namespace expogate::db
