#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/wire/page_query.h"
#include "quota/quota_http.h"

namespace expogate::quota {

void add_quota_sheet_routes(wire::Router& router, QuotaSheetService& sheets) {
  router.get("/organization_quota_sheet", "organization_quota_sheet_get")
      .allow(Permission::see_quotas)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("What the group has given to its organizations, as a sheet that can be changed and imported")
      .handle([&](const Caller& caller) {
        auto file = sheets.make(caller);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/organization_quota_checks", "organization_quota_check")
      .allow(Permission::give_quotas)
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of this sheet; changes nothing")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.check(caller, sheet.bytes); });

  router.post("/organization_quota_imports", "organization_quota_import")
      .allow(Permission::give_quotas)
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Imports quotas from a sheet, all rows or none")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.import(caller, sheet.bytes); });
}

}  // namespace expogate::quota
