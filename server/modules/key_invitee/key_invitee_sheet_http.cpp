#include "base/permission.h"
#include "key_invitee/key_invitee_http.h"
#include "platform/sheet/sheet_writer.h"

namespace expogate::key_invitee {

void add_key_invitee_sheet_routes(wire::Router& router, KeyInviteeSheetService& sheets) {
  router.get("/key_invitee_template", "key_invitee_template_get")
      .allow(Permission::edit_key_invitees)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("An .xlsx template for recommendations, with their options, in the caller’s language")
      .handle([&](const Caller& caller) {
        auto file = sheets.make_template(caller);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/key_invitee_checks", "key_invitee_check")
      .allow(Permission::edit_key_invitees)
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of this xlsx file; changes nothing")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.check(caller, sheet.bytes); });

  router.post("/key_invitee_imports", "key_invitee_import")
      .allow(Permission::edit_key_invitees)
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Recommends the organizations of an xlsx file, all rows or none")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.import(caller, sheet.bytes); });
}

}  // namespace expogate::key_invitee
