#include "statistics/statistics_http.h"

#include "base/permission.h"
#include "platform/sheet/sheet_writer.h"

namespace expogate::statistics {

void add_routes(wire::Router& router, StatisticsService& statistics) {
  router.get("/statistics/registrations", "registration_table_get")
      .allow(Permission::see_statistics)
      .in_lane(http::Lane::heavy)
      .summary("Registrations and reviews, one row per group (注册及审核情况表)")
      .handle([&](const Caller& caller, const TableFilter& filter) {
        return statistics.registrations(caller, filter);
      });

  router.get("/statistics/registrations/sheet", "registration_table_sheet_get")
      .allow(Permission::see_statistics)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("The same as a sheet")
      .handle([&](const Caller& caller, const TableFilter& filter) {
        auto file = statistics.registration_sheet(caller, filter);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });

  router.get("/statistics/entries", "entry_table_get")
      .allow(Permission::see_statistics)
      .in_lane(http::Lane::heavy)
      .summary("Admissions by day, one row per group (入场情况表)")
      .handle([&](const Caller& caller, const TableFilter& filter) {
        return statistics.entries(caller, filter);
      });

  router.get("/statistics/entries/sheet", "entry_table_sheet_get")
      .allow(Permission::see_statistics)
      .in_lane(http::Lane::heavy)
      .answers_file(sheet_content_type)
      .summary("The same as a sheet")
      .handle([&](const Caller& caller, const TableFilter& filter) {
        auto file = statistics.entry_sheet(caller, filter);
        return wire::file_response(std::move(file.bytes), sheet_content_type, file.name);
      });
}

}  // namespace expogate::statistics
