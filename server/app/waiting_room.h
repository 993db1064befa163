#pragma once
#include <csignal>

#include "app/config.h"
#include "platform/db/tx.h"

namespace expogate {

/// Whether the database has whose fair it is, and an edition that is on. One of before the fairs has the
/// edition alone.
bool has_fair(db::Tx& tx);

/// Until the database has its schema and a fair, every address says what is missing and which command mends
/// it (INS-03); as soon as they are there, in this process or another, it returns. False when it was told to
/// stop by one of `signals`, which are blocked.
bool wait_for_fair(const Config& config, const sigset_t& signals);

}  // namespace expogate
