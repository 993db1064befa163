#include "app/services.h"
#include "trading_group/trading_group_sheet.h"

namespace expogate {

void offer_lists(Services& s) {
  s.exports.offer(std::string(trading_group::TradingGroupService::export_kind),
                  trading_group::group_exporter(s.groups));
}

}  // namespace expogate
