#include "app/seed/demo_edition.h"

namespace expogate::seed {
void seed_quotas(Services& s) {
  auto bureau = caller_of(s, account::Door::bureau, "bureau");
  for (auto& row : s.group_quotas.list(bureau, {}))
    s.group_quotas.change(bureau, row.id, {.vip = 40, .staff = 60}, row.version);
  auto shanghai = caller_of(s, account::Door::group, "shanghaijiaoyituan");
  for (auto& row : s.group_quotas.list(shanghai, {}))
    if (row.parent_id) s.group_quotas.change(shanghai, row.id, {.vip = 1, .staff = 2}, row.version);
  s.organization_quotas.add(shanghai, {.uscc = "91310115MA1K35XY5H",
                                       .organization_id = {},
                                       .name = "上海示例贸易有限公司",
                                       .places = {.vip = 2, .staff = 3}});
  s.organization_quotas.add(shanghai, {.uscc = "91310000MA1FL00A0X",
                                       .organization_id = {},
                                       .name = "上海未来进口有限公司",
                                       .places = {.vip = 1, .staff = 1}});
}

void seed_group_payment(Services& s) {
  auto bureau = caller_of(s, account::Door::bureau, "bureau");
  for (auto* group : {"G01", "G02", "G11"}) s.group_payments.permit(bureau, TradingGroupId{group}, true, 0);
}

}  // namespace expogate::seed
