#pragma once
#include <filesystem>

#include "platform/sheet/sheet_file.h"
#include "platform/sheet/sheet_table.h"
#include "quota/organization_quota_service.h"

namespace expogate::quota {

/// What a group gives to its organizations, as a sheet that can be filled in and given back (QTA-01).
class QuotaSheetService {
 public:
  QuotaSheetService(db::Database& database, const Clock& clock, OrganizationQuotaService& quotas,
                    std::filesystem::path working_folder)
      : database_(database), clock_(clock), quotas_(quotas), working_folder_(std::move(working_folder)) {}

  /// All of them; without any, the headings to begin with.
  SheetFile make(const Caller& group);
  /// What giving the sheet back would do; changes nothing.
  ImportReport check(const Caller& group, std::string_view sheet);
  /// All rows or none: new codes are added, known ones get these places, others stay as they are.
  ImportReport import(const Caller& group, std::string_view sheet);

 private:
  struct SheetRow {
    std::uint32_t number = 0;
    NewOrganizationQuota wanted;
  };
  static std::vector<SheetRow> read_rows(const SheetTable& table, std::vector<SheetError>& errors);
  ImportReport apply(const Caller& group, const SheetTable& table, bool is_check);
  std::vector<SheetError> put_all(db::Tx& tx, const Caller& group, std::vector<SheetRow> rows,
                                  ImportReport& report);
  void put(db::Tx& tx, const Caller& group, NewOrganizationQuota wanted, ImportReport& report);
  db::Database& database_;
  const Clock& clock_;
  OrganizationQuotaService& quotas_;
  std::filesystem::path working_folder_;
};

}  // namespace expogate::quota
