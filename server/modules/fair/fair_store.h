#pragma once
#include "fair/fair.h"
#include "platform/db/tx.h"

namespace expogate::fair::store {

std::optional<Fair> find(db::Tx& tx);
/// The one fair of this database, new or instead of what was there.
void write(db::Tx& tx, const Fair& fair);

}  // namespace expogate::fair::store
