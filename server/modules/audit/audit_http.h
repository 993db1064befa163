#pragma once
#include <filesystem>

#include "audit/chain.h"
#include "platform/wire/router.h"

namespace expogate::audit {

void add_routes(wire::Router& router, db::Database& database, const Clock& clock, const std::string& key,
                const std::filesystem::path& kept_end);

}  // namespace expogate::audit
