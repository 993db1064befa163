#pragma once
#include "platform/wire/router.h"
#include "saved_view/saved_view_service.h"

namespace expogate::saved_view {

void add_routes(wire::Router& router, SavedViewService& views);

}  // namespace expogate::saved_view
