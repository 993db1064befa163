#include "app/services.h"
#include "trading_group/trading_group_sheet.h"

namespace expogate {

void offer_lists(Services& s) {
  std::string trading_groups(trading_group::TradingGroupService::list_kind);
  s.exports.offer(trading_groups, trading_group::group_exporter(s.groups));
  s.mailings.offer(trading_groups, trading_group::group_recipients(s.groups));
  s.organization_selections.offer();
  s.attendee_exports.offer();
  s.reconciliation.offer();
}

}  // namespace expogate
