#pragma once
#include <filesystem>

#include "base/enum_text.h"
#include "edition/edition_service.h"
#include "platform/db/database.h"
#include "platform/sheet/sheet_file.h"
#include "statistics/entry_table.h"
#include "statistics/registration_table.h"

namespace expogate::statistics {

class StatisticsService {
 public:
  StatisticsService(db::Database& database, const Clock& clock, edition::EditionService& editions,
                    std::filesystem::path working_folder)
      : database_(database), clock_(clock), editions_(editions), working_folder_(std::move(working_folder)) {}

  RegistrationTable registrations(const Caller& caller, const TableFilter& filter);
  /// Of the days on which people may enter; the filter's days narrow them.
  EntryTable entries(const Caller& caller, const TableFilter& filter);

  // The same tables as sheets.

  SheetFile registration_sheet(const Caller& caller, const TableFilter& filter);
  SheetFile entry_sheet(const Caller& caller, const TableFilter& filter);

 private:
  template <class Table>
  SheetFile sheet_of(const Caller& caller, const EnumLabel& title, const std::vector<std::string>& headings,
                     const Table& table);

  db::Database& database_;
  const Clock& clock_;
  edition::EditionService& editions_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate::statistics
