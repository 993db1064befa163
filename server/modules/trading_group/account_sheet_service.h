#pragma once
#include <filesystem>

#include "platform/sheet/sheet_file.h"
#include "platform/sheet/sheet_table.h"
#include "trading_group/trading_group_service.h"

namespace expogate::trading_group {

/// Accounts of many at once, from a sheet: groups, subgroups, exhibitors and the bureau's staff. All of them
/// or none; each owner is sent a personal link (INS-05).
class AccountSheetService {
 public:
  AccountSheetService(db::Database& database, const Clock& clock, TradingGroupService& groups,
                      account::AccountService& accounts, std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        groups_(groups),
        accounts_(accounts),
        working_folder_(std::move(working_folder)) {}

  /// With a row for each group that nobody can sign in for yet.
  SheetFile make_template(const Caller& caller);
  /// What importing it would do; changes nothing.
  ImportReport check(const Caller& caller, std::string_view sheet);
  ImportReport import(const Caller& caller, std::string_view sheet);

 private:
  ImportReport apply(const Caller& caller, std::string_view sheet, bool is_check);
  db::Database& database_;
  const Clock& clock_;
  TradingGroupService& groups_;
  account::AccountService& accounts_;
  std::filesystem::path working_folder_;
};

inline const ErrorCode group_has_account{"trading_group.has_account", "该交易团（分团）已有账号",
                                         "This trading group or subgroup already has an account"};

}  // namespace expogate::trading_group
