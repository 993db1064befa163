#pragma once
#include "own_data/own_data_service.h"
#include "platform/wire/router.h"

namespace expogate::own_data {

void add_routes(wire::Router& router, OwnDataService& own_data);

}  // namespace expogate::own_data
