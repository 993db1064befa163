#pragma once
#include "order/order_service.h"
#include "platform/wire/application.h"

namespace expogate::order {

void add_order_routes(wire::Router& router, OrderService& orders);

}  // namespace expogate::order
