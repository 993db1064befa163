#include "attendee/attendee_http.h"
#include "base/permission.h"
#include "import_export/sheet_export_view.h"

namespace expogate::attendee {

void add_attendee_export_routes(wire::Router& router, AttendeeExportService& exports) {
  router.post("/my/attendees/exports", "my_attendee_export")
      .for_oneself()
      .idempotent()
      .outside_editions()
      .summary("Starts an export of my organization's people; the file appears among my exports")
      .handle([&](const Caller& caller, const OwnAttendeeSelection& selection) {
        return import_export::view(exports.export_own(caller, selection), caller.locale);
      });

  router.post("/attendees/exports", "attendee_export")
      .allow(Permission::export_attendees)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the filtered people; the file appears among my exports")
      .handle([&](const Caller& caller, const AttendeeSelection& selection) {
        return import_export::view(exports.export_selected(caller, selection), caller.locale);
      });

  router.post("/organizations/attendee_exports", "organization_attendee_export")
      .allow(Permission::export_attendees)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the people of the chosen or filtered organizations (导出单位人员信息)")
      .handle([&](const Caller& caller, const OrganizationPeopleSelection& selection) {
        return import_export::view(exports.export_of_organizations(caller, selection), caller.locale);
      });
}

}  // namespace expogate::attendee
