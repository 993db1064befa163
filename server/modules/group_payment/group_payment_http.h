#pragma once
#include "group_payment/group_payment_service.h"
#include "group_payment/sponsored_attendee_service.h"
#include "group_payment/sponsorship_limit_service.h"
#include "group_payment/sponsorship_service.h"
#include "platform/wire/router.h"

namespace expogate::group_payment {

void add_group_payment_routes(wire::Router& router, GroupPaymentService& payments);
void add_sponsored_attendee_routes(wire::Router& router, SponsoredAttendeeService& sponsored);
void add_sponsorship_limit_routes(wire::Router& router, SponsorshipLimitService& limits);
void add_sponsorship_routes(wire::Router& router, SponsorshipService& sponsorships);

}  // namespace expogate::group_payment
