#pragma once
#include <csignal>

#include "app/config.h"

namespace expogate {

/// Until the database has its schema and a fair, every address says what is missing and which command mends
/// it (INS-03); as soon as they are there, in this process or another, it returns. False when it was told to
/// stop by one of `signals`, which are blocked.
bool wait_for_fair(const Config& config, const sigset_t& signals);

}  // namespace expogate
