#pragma once
#include "app/services.h"

namespace expogate {

constexpr std::string_view program_version = "0.1.0";

void add_system_routes(wire::Router& router, Services& services, const std::atomic<bool>& is_ready);
void add_job_routes(wire::Router& router, Services& services);

}  // namespace expogate
