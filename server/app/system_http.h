#pragma once
#include "app/services.h"

namespace expogate {

/// The project's version, from CMakeLists.txt.
constexpr std::string_view program_version = EXPOGATE_VERSION;

void add_system_routes(wire::Router& router, Services& services, const std::atomic<bool>& is_ready);
void add_job_routes(wire::Router& router, Services& services);

}  // namespace expogate
