#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"
#include "trading_group/trading_group_http.h"

namespace expogate::trading_group {

void add_group_sheet_routes(wire::Router& router, GroupSheetService& sheets) {
  router.get("/admin/trading_group_sheet", "trading_group_sheet_get")
      .allow(Permission::manage_trading_groups)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("All groups and subgroups as a sheet that can be changed and imported")
      .handle([&](const Caller& caller) {
        auto file = sheets.make(caller);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/admin/trading_group_checks", "trading_group_check")
      .allow(Permission::manage_trading_groups)
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of this sheet of groups; changes nothing")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.check(caller, sheet.bytes); });

  router.post("/admin/trading_group_imports", "trading_group_import")
      .allow(Permission::manage_trading_groups)
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Adds and changes groups from a sheet, all rows or none, and sends each new account its link")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.import(caller, sheet.bytes); });
}

}  // namespace expogate::trading_group
