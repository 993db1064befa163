#include "import_export/sheet_export_http.h"

#include "import_export/sheet_export_view.h"
#include "platform/wire/page_query.h"

namespace expogate::import_export {

void add_routes(wire::Router& router, SheetExportService& exports) {
  router.get("/my/exports", "my_export_list")
      .for_oneself()
      .summary("My exports, newest first; each is kept for a week")
      .handle([&](const Caller& caller, const wire::PageQuery& query) {
        return wire::page_view(exports.list_exports(caller, wire::page_request(query)),
                               [&](const SheetExport& e) { return view(e, caller.locale); });
      });

  router.get("/my/exports/{id}", "my_export_get")
      .for_oneself()
      .summary("How far one of my exports is")
      .handle([&](const Caller& caller, SheetExportId id) {
        return view(exports.get(caller, id), caller.locale);
      });

  router.remove("/my/exports/{id}", "my_export_remove")
      .for_oneself()
      .outside_editions()
      .summary("Stops an unfinished export; removes a finished one with its file")
      .handle([&](const Caller& caller, SheetExportId id) { exports.remove(caller, id); });

  router.get("/my/exports/{id}/file", "my_export_download")
      .for_oneself()
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("The finished file")
      .handle([&](const Caller& caller, SheetExportId id) {
        auto download = exports.download(caller, id);
        return wire::file_response(std::move(download.source), download.file.content_type,
                                   download.file.name);
      });
}

}  // namespace expogate::import_export
