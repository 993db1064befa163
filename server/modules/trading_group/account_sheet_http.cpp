#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"
#include "trading_group/trading_group_http.h"

namespace expogate::trading_group {

void add_account_sheet_routes(wire::Router& router, AccountSheetService& sheets) {
  router.get("/admin/account_template", "account_template_get")
      .allow(Permission::manage_accounts)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("An .xlsx template for accounts, with a row for each group that has none (INS-05)")
      .handle([&](const Caller& caller) {
        auto file = sheets.make_template(caller);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.post("/admin/account_checks", "account_check")
      .allow(Permission::manage_accounts)
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Previews the import of this xlsx file of accounts; changes nothing")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.check(caller, sheet.bytes); });

  router.post("/admin/account_imports", "account_import")
      .allow(Permission::manage_accounts)
      .outside_editions()
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(SheetLimits{}.file_bytes)
      .takes(sheet_content_type)
      .summary("Adds the accounts of an xlsx file, all rows or none, and sends each owner a personal link")
      .handle([&](const Caller& caller, wire::RawBody sheet) { return sheets.import(caller, sheet.bytes); });
}

}  // namespace expogate::trading_group
