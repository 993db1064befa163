#include "attendee/attendee_http.h"
#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct IdentityWaiverRequest {
  std::vector<AttendeeId> attendees;
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(IdentityWaiverRequest, (), (attendees, reason))

void add_identity_check_routes(wire::Router& router, IdentityCheckService& checks) {
  router.post("/attendee_identity_waivers", "attendee_identity_waive")
      .allow(Permission::waive_identity)
      .idempotent()
      .summary(
          "Waives the identity check of attendees until their name or document changes, with a reason "
          "(关闭信息验证)")
      .handle([&](const Caller& caller, const IdentityWaiverRequest& r) {
        return wire::list_view(checks.waive(caller, r.attendees, r.reason));
      });
}

}  // namespace expogate::attendee
