#include "attendee/attendee_http.h"
#include "platform/sheet/sheet_writer.h"

namespace expogate::attendee {

void add_attendee_import_routes(wire::Router& router, AttendeeImportService& imports) {
  router.get("/my/attendee_template", "my_attendee_template_get")
      .for_oneself()
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("An .xlsx template for attendees, with the options of the forms, in the caller’s language")
      .handle([&](const Caller& caller) {
        auto file = imports.make_template(caller);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/my/attendee_import_checks", "my_attendee_import_check")
      .for_oneself()
      .in_lane(http::Lane::upload)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of this xlsx file; changes nothing")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return imports.check(caller, sheet.bytes); });

  router.post("/my/attendee_imports", "my_attendee_import")
      .for_oneself()
      .idempotent()
      .in_lane(http::Lane::upload)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Imports the attendees of an .xlsx file as drafts, all or none")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return imports.import(caller, sheet.bytes); });
}

}  // namespace expogate::attendee
