#include "app/installation/installation.h"
#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::installation {

struct TrialRequest {
  Part part = Part::mail;
};
BOOST_DESCRIBE_STRUCT(TrialRequest, (), (part))

void add_routes(wire::Router& router, Services& s) {
  router.get("/admin/installation", "installation_get")
      .allow(Permission::see_jobs)
      .summary("What is configured, missing or in need of attention")
      .handle([&](const Caller&) { return wire::list_view(examine(s)); });

  router.post("/admin/installation_trials", "installation_try")
      .allow(Permission::retry_jobs)
      .outside_editions()
      .in_lane(http::Lane::heavy)
      .summary("Tests one component, sending to the caller’s own address")
      .handle([&](const Caller& caller, const TrialRequest& r) { return try_part(s, caller, r.part); });
}

}  // namespace expogate::installation
