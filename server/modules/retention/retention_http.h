#pragma once
#include "platform/wire/router.h"
#include "retention/retention_service.h"

namespace expogate::retention {

void add_routes(wire::Router& router, RetentionService& retention);

}  // namespace expogate::retention
