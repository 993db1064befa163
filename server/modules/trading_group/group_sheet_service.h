#pragma once
#include <filesystem>

#include "platform/sheet/sheet_file.h"
#include "platform/sheet/sheet_table.h"
#include "trading_group/trading_group_service.h"

namespace expogate::trading_group {

/// The tree of groups and subgroups as a sheet that is changed and given back (GRP-01). A row is known by its
/// code; who is not in the sheet stays as they are.
class GroupSheetService {
 public:
  GroupSheetService(db::Database& database, const Clock& clock, TradingGroupService& groups,
                    account::AccountService& accounts, std::filesystem::path working_folder)
      : database_(database),
        clock_(clock),
        groups_(groups),
        accounts_(accounts),
        working_folder_(std::move(working_folder)) {}

  /// Each group with its subgroups below it.
  SheetFile make(const Caller& caller);
  /// What giving the sheet back would do; changes nothing.
  ImportReport check(const Caller& caller, std::string_view sheet);
  /// All rows or none. New groups get an account, whose owner is sent a personal link.
  ImportReport import(const Caller& caller, std::string_view sheet);

 private:
  ImportReport apply(const Caller& caller, std::string_view sheet, bool is_check);
  db::Database& database_;
  const Clock& clock_;
  TradingGroupService& groups_;
  account::AccountService& accounts_;
  std::filesystem::path working_folder_;
};

inline const ErrorCode group_sheet_too_many{"trading_group.sheet_too_many", "一次最多导入 {max} 行",
                                            "A maximum of {max} rows can be imported at a time"};
inline const ErrorCode group_code_repeated{"trading_group.code_repeated", "编码与第 {row} 行重复",
                                           "The code is the same as in row {row}"};
inline const ErrorCode group_code_malformed{
    "trading_group.code_malformed", "编码为 1 至 26 个字母、数字、下划线或连字符",
    "A code consists of 1 to 26 letters, digits, underscores or hyphens"};
inline const ErrorCode group_place_fixed{"trading_group.place_fixed",
                                         "级别、所属交易团和类别在创建后不能修改",
                                         "Level, parent group and type cannot be changed after creation"};
inline const ErrorCode group_login_fixed{"trading_group.login_fixed", "账号在创建后不能修改",
                                         "The username cannot be changed after creation"};
inline const ErrorCode group_contact_fixed{
    "trading_group.contact_fixed", "该团已有账号，联系方式请在账号管理中修改",
    "This group already has an account; please change its contact details in account management"};
inline const ErrorCode group_parent_unknown{"trading_group.parent_unknown",
                                            "没有此交易团，请填写其编码或名称",
                                            "There is no such trading group; please enter its code or name"};
inline const ErrorCode group_parent_not_asked{"trading_group.parent_not_asked", "只有分团需要填写所属交易团",
                                              "A parent group is entered for subgroups only"};
inline const ErrorCode group_family_of_parent{"trading_group.family_of_parent", "分团的类别与所属交易团相同",
                                              "A subgroup has the type of its parent group"};

}  // namespace expogate::trading_group
