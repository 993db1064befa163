#pragma once
#include "import_export/sheet_export.h"

namespace expogate::import_export {

/// An export as its owner sees it; the answer of every route that starts one.
struct SheetExportView {
  SheetExportId id;
  std::string kind, title;
  ExportState state = ExportState::queued;
  std::int64_t rows_done = 0;
  std::optional<std::int64_t> rows_total, bytes;
  std::optional<std::string> error;
  Instant created_at;
  std::optional<Instant> finished_at, expires_at, downloaded_at;
};
BOOST_DESCRIBE_STRUCT(SheetExportView, (),
                      (id, kind, title, state, rows_done, rows_total, bytes, error, created_at, finished_at,
                       expires_at, downloaded_at))

SheetExportView view(const SheetExport& e, Locale locale);

}  // namespace expogate::import_export
