#include "base/permission.h"
#include "platform/wire/page_query.h"
#include "quota/quota_http.h"

namespace expogate::quota {

void add_group_quota_routes(wire::Router& router, GroupQuotaService& quotas) {
  router.get("/group_quotas", "group_quota_list")
      .allow(Permission::see_quotas)
      .summary("Quotas of groups and subgroups with how many people have which badge (人员类型额度管理)")
      .handle([&](const Caller& caller, const GroupQuotaFilter& filter) {
        return wire::list_view(quotas.list(caller, filter));
      });

  router.put("/group_quotas/{id}", "group_quota_change")
      .allow(Permission::give_quotas)
      .summary("Sets what a group or subgroup has; 409 with the figures when there are not so many")
      .handle([&](const Caller& caller, TradingGroupId id, const Places& places, wire::IfMatch match) {
        return quotas.change(caller, id, places, match.version);
      });

  router.get("/my/quota_figures", "my_quota_figures_get")
      .allow(Permission::see_quotas)
      .summary("The group’s own quota, allocated and total (当前配置数)")
      .handle([&](const Caller& caller) { return quotas.get_figures(caller); });
}

}  // namespace expogate::quota
