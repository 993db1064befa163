#pragma once
#include "platform/db/database.h"

namespace expogate {

/// Folds every name anew as searches fold what people type; answers how many had been folded otherwise, by an
/// earlier release. Can be interrupted and run again.
std::int64_t refold_all(db::Database& database);

}  // namespace expogate
