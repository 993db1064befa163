#pragma once
#include "account/account_view.h"
#include "account/session_cookie.h"
#include "organization/claim_service.h"
#include "organization/form_service.h"
#include "organization/licence_service.h"
#include "organization/move_service.h"
#include "organization/one_click_service.h"
#include "organization/organization_selection.h"
#include "organization/organization_service.h"
#include "organization/registration_service.h"
#include "organization/review_service.h"
#include "platform/wire/router.h"

namespace expogate::organization {

void add_licence_routes(wire::Router& router, LicenceService& licences);
void add_registration_routes(wire::Router& router, RegistrationService& registrations,
                             account::AccountViews& views, account::CookieSettings cookies);
void add_my_organization_routes(wire::Router& router, OrganizationService& organizations, FormService& forms,
                                RegistrationService& registrations);
void add_organization_routes(wire::Router& router, OrganizationService& organizations, FormService& forms,
                             MoveService& moves);
void add_selection_routes(wire::Router& router, OrganizationSelectionService& selections);
void add_claim_routes(wire::Router& router, ClaimService& claims);
void add_one_click_routes(wire::Router& router, OneClickService& one_click);
void add_review_routes(wire::Router& router, ReviewService& reviews, OrganizationService& organizations);

}  // namespace expogate::organization
