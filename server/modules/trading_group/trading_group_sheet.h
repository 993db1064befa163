#pragma once
#include "import_export/exporter.h"
#include "trading_group/trading_group_service.h"

namespace expogate::trading_group {

/// The bureau's list of groups as a sheet.
import_export::Exporter group_exporter(TradingGroupService& groups);

/// Its rows as receivers of mail.
messaging::RecipientSource group_recipients(TradingGroupService& groups);

}  // namespace expogate::trading_group
