#include "base/allowed_action.h"
#include "base/permission.h"
#include "platform/wire/page_query.h"
#include "quota/quota_http.h"

namespace expogate::quota {

struct OrganizationQuotaQuery : wire::PageQuery, OrganizationQuotaFilter {};
BOOST_DESCRIBE_STRUCT(OrganizationQuotaQuery, (wire::PageQuery, OrganizationQuotaFilter), ())

struct OrganizationQuotaRequest : Places {
  wire::Text<2, 200> name;
  std::optional<wire::Text<0, 40>> uscc;  ///< of a domestic organization, whether it is registered or not
  std::optional<OrganizationId> organization_id;  ///< of an overseas one, which is registered
};
BOOST_DESCRIBE_STRUCT(OrganizationQuotaRequest, (Places), (name, uscc, organization_id))

struct OrganizationQuotaChange : Places {
  wire::Text<2, 200> name;
};
BOOST_DESCRIBE_STRUCT(OrganizationQuotaChange, (Places), (name))

struct QuotaBatchRequest : Places {
  std::vector<OrganizationQuotaId> quotas;
};
BOOST_DESCRIBE_STRUCT(QuotaBatchRequest, (Places), (quotas))

struct QuotaRecipientQuery {
  wire::Text<1, 40> uscc;
};
BOOST_DESCRIBE_STRUCT(QuotaRecipientQuery, (), (uscc))

void add_organization_quota_routes(wire::Router& router, OrganizationQuotaService& quotas) {
  router.get("/my/quota", "my_quota_get")
      .for_oneself()
      .summary("How many VIPs and staff my organization may have, and has")
      .handle([&](const Caller& caller) { return quotas.get_own(caller); });

  router.get("/organization_quotas", "organization_quota_list")
      .allow(Permission::see_quotas)
      .summary("What a group has given to its organizations (团内直属单位人员额度管理)")
      .handle([&](const Caller& caller, const OrganizationQuotaQuery& q) {
        return wire::page_view(quotas.list(caller, q, wire::page_request(q)));
      });

  router.get("/organization_quota_recipient", "organization_quota_recipient_get")
      .allow(Permission::give_quotas)
      .summary("Who is registered with a code, as the form for a quota shows it")
      .handle([&](const Caller& caller, const QuotaRecipientQuery& q) {
        return quotas.find_recipient(caller, q.uscc);
      });

  router.post("/organization_quotas", "organization_quota_add")
      .allow(Permission::give_quotas)
      .idempotent()
      .summary("Allocates a quota to an organization, before or after it registers")
      .handle([&](const Caller& caller, const OrganizationQuotaRequest& r) {
        return quotas.add(caller, {wire::plain(r.uscc), r.organization_id, r.name, r});
      });

  router.put("/organization_quotas/{id}", "organization_quota_change")
      .allow(Permission::give_quotas)
      .summary("Changes an organization’s quota")
      .handle([&](const Caller& caller, OrganizationQuotaId id, const OrganizationQuotaChange& r,
                  wire::IfMatch match) { return quotas.change(caller, id, r.name, r, match.version); });

  router.remove("/organization_quotas/{id}", "organization_quota_remove")
      .allow(Permission::give_quotas)
      .summary("Withdraws an organization’s quota; refused while any of it is in use")
      .handle([&](const Caller& caller, OrganizationQuotaId id, wire::IfMatch match) {
        quotas.remove(caller, id, match.version);
      });

  router.post("/organization_quota_batches", "organization_quota_batch")
      .allow(Permission::give_quotas)
      .idempotent()
      .summary("Sets the same quota for several organizations; returns a result for each row")
      .handle([&](const Caller& caller, const QuotaBatchRequest& r) {
        return wire::list_view(quotas.change_many(caller, r.quotas, r));
      });
}

}  // namespace expogate::quota
