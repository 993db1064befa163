#pragma once
#include "platform/sheet/sheet_table.h"
#include "trading_group/group_sheet_service.h"

/// One row of the sheet of groups, read without looking at other rows.
namespace expogate::trading_group {

enum class GroupColumn {
  code,
  kind,
  parent,
  family,
  name_zh,
  name_en,
  login_name,
  mobile,
  email,
  state,
};

inline constexpr EnumLabel group_columns[] = {
    {"code", "编码", "Code"},
    {"kind", "级别", "Level"},
    {"parent_id", "所属交易团", "Parent group"},
    {"family", "类别", "Type"},
    {"name_zh", "名称（中文）", "Name (Chinese)"},
    {"name_en", "名称（英文）", "Name (English)"},
    {"login_name", "账号", "Username"},
    {"mobile", "手机号", "Mobile"},
    {"email", "电子邮箱", "E-mail"},
    {"state", "状态", "Status"},
};

struct GroupSheetRow {
  std::uint32_t number = 0;
  bool is_right = false;  ///< nothing was wrong with it so far
  std::string code;       ///< empty: a new group, which is given one
  GroupKind kind = GroupKind::group;
  std::string parent;                 ///< its code or a name
  std::optional<GroupFamily> family;  ///< a subgroup may leave it to its group
  std::string name_zh, name_en;
  GroupState state = GroupState::active;
  std::string login_name;
  std::optional<std::string> mobile, email;
};

/// All rows; what is wrong with them is added to the errors, every column by its name.
std::vector<GroupSheetRow> read_group_rows(const SheetTable& table, std::vector<SheetError>& errors);

}  // namespace expogate::trading_group
