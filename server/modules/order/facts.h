#pragma once
#include "order/order.h"

/// What this module tells upwards, inside the transaction in which it happened.
namespace expogate::order {

struct OrderPaid {
  OrderId id;
};

/// Cancelled or expired: whatever was begun to pay it is to be ended.
struct OrderClosed {
  OrderId id;
};

}  // namespace expogate::order
