#pragma once
#include "attendee/attendee_batch_service.h"
#include "attendee/attendee_correction_service.h"
#include "attendee/attendee_export_service.h"
#include "attendee/attendee_import_service.h"
#include "attendee/attendee_mailing_service.h"
#include "attendee/attendee_office_service.h"
#include "attendee/attendee_review_service.h"
#include "attendee/attendee_upgrade_service.h"
#include "attendee/colleague_service.h"
#include "attendee/courier_address_service.h"
#include "attendee/identity_check_service.h"
#include "attendee/past_attendee_service.h"
#include "platform/wire/application.h"

namespace expogate::attendee {

void add_my_attendee_routes(wire::Router& router, AttendeeService& attendees, AttendeeOfficeService& office,
                            PhotoService& photos);
void add_attendee_import_routes(wire::Router& router, AttendeeImportService& imports);
void add_attendee_export_routes(wire::Router& router, AttendeeExportService& exports);
void add_attendee_mailing_routes(wire::Router& router, AttendeeMailingService& mailings);
void add_courier_address_routes(wire::Router& router, CourierAddressService& addresses);
void add_colleague_routes(wire::Router& router, ColleagueService& colleagues);
void add_past_attendee_routes(wire::Router& router, PastAttendeeService& past, AttendeeOfficeService& office);
void add_attendee_routes(wire::Router& router, AttendeeOfficeService& office);
void add_attendee_review_routes(wire::Router& router, AttendeeReviewService& reviews,
                                AttendeeOfficeService& office, AttendeeService& attendees);
void add_attendee_correction_routes(wire::Router& router, AttendeeCorrectionService& corrections,
                                    AttendeeOfficeService& office);
void add_attendee_batch_routes(wire::Router& router, AttendeeBatchService& batches);
void add_attendee_upgrade_routes(wire::Router& router, AttendeeUpgradeService& upgrades);
void add_identity_check_routes(wire::Router& router, IdentityCheckService& checks);

}  // namespace expogate::attendee
