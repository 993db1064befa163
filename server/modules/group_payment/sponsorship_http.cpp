#include "base/permission.h"
#include "group_payment/group_payment_http.h"
#include "platform/wire/page_query.h"

namespace expogate::group_payment {

struct SponsorRequest {
  std::vector<AttendeeId> attendees;
  bool is_confirmed = false;  ///< the question about limits was answered with yes
};
BOOST_DESCRIBE_STRUCT(SponsorRequest, (), (attendees, is_confirmed))

struct DeclineRequest {
  std::vector<AttendeeId> attendees;
};
BOOST_DESCRIBE_STRUCT(DeclineRequest, (), (attendees))

void add_sponsorship_routes(wire::Router& router, SponsorshipService& sponsorships) {
  auto outcomes = [](const std::vector<wire::BatchOutcome>& all) { return wire::list_view(all); };

  router.post("/sponsorships", "sponsorship_create")
      .allow(Permission::pay_for_attendees)
      .idempotent()
      .summary("Confirms group payment for attendees (确认代付); asks first where a limit would be exceeded")
      .handle([&, outcomes](const Caller& caller, const SponsorRequest& r) {
        return outcomes(sponsorships.sponsor(caller, r.attendees, r.is_confirmed));
      });

  router.post("/sponsorship_refusals", "sponsorship_decline")
      .allow(Permission::pay_for_attendees)
      .idempotent()
      .summary("Declines group payment for attendees, permanently (取消代付)")
      .handle([&, outcomes](const Caller& caller, const DeclineRequest& r) {
        return outcomes(sponsorships.decline(caller, r.attendees));
      });
}

}  // namespace expogate::group_payment
