#pragma once
#include "platform/wire/router.h"
#include "trading_group/account_sheet_service.h"
#include "trading_group/group_sheet_service.h"
#include "trading_group/task.h"
#include "trading_group/trading_group_service.h"

namespace expogate::trading_group {

void add_account_sheet_routes(wire::Router& router, AccountSheetService& sheets);
void add_group_sheet_routes(wire::Router& router, GroupSheetService& sheets);
void add_routes(wire::Router& router, TradingGroupService& groups, TaskBoard& tasks);

}  // namespace expogate::trading_group
