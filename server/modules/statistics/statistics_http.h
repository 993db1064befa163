#pragma once
#include "platform/wire/router.h"
#include "statistics/statistics_service.h"

namespace expogate::statistics {

void add_routes(wire::Router& router, StatisticsService& statistics);

}  // namespace expogate::statistics
