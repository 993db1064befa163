#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/locale.h"

/// 导出: a list as an xlsx file, made in the background for the account that asked for it.
namespace expogate::import_export {

using SheetExportId = Id<struct SheetExportNoun>;

enum class ExportState { queued, running, done, failed, expired };
BOOST_DESCRIBE_ENUM(ExportState, queued, running, done, failed, expired)

struct SheetExport {
  SheetExportId id;
  EditionId edition_id;
  AccountId account_id;
  std::string kind;             ///< of which list
  std::string parameters_json;  ///< the filters, as the list's module wrote them
  std::string title;
  Locale locale = Locale::zh_cn;
  ExportState state = ExportState::queued;
  JobId job_id;
  int attempt = 0;
  std::int64_t rows_done = 0;
  std::optional<std::int64_t> rows_total;
  std::optional<FileId> file_id;
  std::optional<std::int64_t> bytes;
  std::optional<std::string> error_code;
  Instant created_at;
  std::optional<Instant> finished_at, expires_at, downloaded_at;
};
BOOST_DESCRIBE_STRUCT(SheetExport, (),
                      (id, edition_id, account_id, kind, parameters_json, title, locale, state, job_id,
                       attempt, rows_done, rows_total, file_id, bytes, error_code, created_at, finished_at,
                       expires_at, downloaded_at))

constexpr bool is_unfinished(ExportState state) {
  return state == ExportState::queued || state == ExportState::running;
}

constexpr int most_unfinished = 3;
constexpr Duration export_lifetime = days(7);
constexpr Duration export_memory = days(30);   ///< how long one sees that it once was
constexpr std::int64_t most_rows = 1'048'575;  ///< what an xlsx sheet holds below its headings

inline const ErrorCode export_too_many{
    "export.too_many", "您有 {count} 个导出尚未完成，请等待其完成或先取消",
    "{count} of your exports are still in progress; please wait for them to finish or cancel one"};
inline const ErrorCode export_not_ready{"export.not_ready", "文件还没有生成完毕，请稍候",
                                        "The file is not ready yet; please wait"};
inline const ErrorCode export_expired{"export.expired", "文件已过期，请重新导出",
                                      "The file has expired; please export again"};
inline const ErrorCode export_failed{"export.failed", "导出没有成功，请重新导出",
                                     "The export failed; please export again"};
inline const ErrorCode export_too_long{
    "export.too_long", "结果超过 {most} 行，请缩小筛选范围后重试",
    "The result exceeds {most} rows; please narrow the filters and try again"};
inline const ErrorCode export_not_allowed{"export.not_allowed", "您的账号已没有导出此列表的权限",
                                          "Your account no longer has permission to export this list"};

/// Why there is no file to download; null when there is.
const ErrorCode* why_no_file(ExportState state);

}  // namespace expogate::import_export

namespace expogate {
template <>
inline constexpr auto enum_labels<import_export::ExportState> = std::to_array<EnumLabel>({
    {"queued", "排队中", "Queued"},
    {"running", "生成中", "Being made"},
    {"done", "已完成", "Completed"},
    {"failed", "失败", "Failed"},
    {"expired", "已过期", "Expired"},
});
}  // namespace expogate
