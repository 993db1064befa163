#include "base/permission.h"
#include "platform/wire/page_query.h"
#include "quota/quota_http.h"

namespace expogate::quota {

struct QuotaEntryQuery : wire::PageQuery, QuotaEntryFilter {};
BOOST_DESCRIBE_STRUCT(QuotaEntryQuery, (wire::PageQuery, QuotaEntryFilter), ())

void add_quota_entry_routes(wire::Router& router, QuotaEntryService& entries) {
  router.get("/quota_entries", "quota_entry_list")
      .allow(Permission::see_quotas)
      .summary("Quota movements of a group or an organization, newest first (QTA-05)")
      .handle([&](const Caller& caller, const QuotaEntryQuery& query) {
        return wire::page_view(entries.list(caller, query, wire::page_request(query)));
      });
}

}  // namespace expogate::quota
