#pragma once
#include "import_export/sheet_export_service.h"
#include "platform/wire/router.h"

namespace expogate::import_export {

void add_routes(wire::Router& router, SheetExportService& exports);

}  // namespace expogate::import_export
