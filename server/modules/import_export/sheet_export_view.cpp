#include "import_export/sheet_export_view.h"

#include <algorithm>

namespace expogate::import_export {
namespace {

std::optional<std::string> words_of(const std::optional<std::string>& error_code, Locale locale) {
  if (!error_code) return std::nullopt;
  auto codes = all_error_codes();
  auto found =
      std::find_if(codes.begin(), codes.end(), [&](auto* known) { return known->code == *error_code; });
  auto& code = found == codes.end() ? export_failed : **found;
  return message_of(code, locale, {{"most", most_rows}});
}

}  // namespace

SheetExportView view(const SheetExport& e, Locale locale) {
  return {e.id,         e.kind,        e.title,      e.state,
          e.rows_done,  e.rows_total,  e.bytes,      words_of(e.error_code, locale),
          e.created_at, e.finished_at, e.expires_at, e.downloaded_at};
}

}  // namespace expogate::import_export
