#pragma once
#include <filesystem>
#include <vector>

#include "edition/catalogue.h"
#include "platform/sheet/sheet_file.h"
#include "platform/sheet/sheet_table.h"

/// A catalogue as a sheet that people edit and send back (EDN-05).
namespace expogate::edition {

inline constexpr EnumLabel catalogue_columns[] = {
    {"code", "编码", "Code"},
    {"parent_code", "上级编码", "Parent code"},
    {"name_zh", "名称（中文）", "Name (Chinese)"},
    {"name_en", "名称（英文）", "Name (English)"},
    {"position", "排序", "Position"},
    {"active", "启用", "Active"},
};

/// The file, with each item below its parent.
SheetFile write_catalogue(const std::filesystem::path& folder, const std::string& title,
                          const std::vector<CatalogueItem>& items, Locale locale,
                          const std::string& watermark, Instant now);

/// What an import comes to. With errors, nothing of it is done.
struct CatalogueImport {
  std::vector<CatalogueItem> added;  ///< parents before their children
  std::vector<CatalogueItem> changed;
  int unchanged = 0;
  std::vector<SheetError> errors;
};

/// Items are known by their codes; those that the table does not name are left alone.
CatalogueImport plan_import(CatalogueKind kind, const std::vector<CatalogueItem>& existing,
                            const SheetTable& table, Instant now);

inline const ErrorCode catalogue_code_repeated{"catalogue.code_repeated", "编码与第 {row} 行重复",
                                               "The code is the same as in row {row}"};
inline const ErrorCode catalogue_parent_unknown{"catalogue.parent_unknown", "没有编码为 {code} 的上级项目",
                                                "There is no parent item with the code {code}"};
inline const ErrorCode catalogue_too_deep{"catalogue.too_deep", "此目录至多 {levels} 级",
                                          "Maximum number of levels in this list: {levels}"};
inline const ErrorCode catalogue_position_wrong{"catalogue.position_wrong", "应为整数",
                                                "Must be a whole number"};
inline const ErrorCode catalogue_active_wrong{"catalogue.active_wrong", "请填写 是 或 否",
                                              "Please enter yes or no"};

}  // namespace expogate::edition
