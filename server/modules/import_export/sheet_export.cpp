#include "import_export/sheet_export.h"

namespace expogate::import_export {

const ErrorCode* why_no_file(ExportState state) {
  switch (state) {
    case ExportState::queued:
    case ExportState::running:
      return &export_not_ready;
    case ExportState::failed:
      return &export_failed;
    case ExportState::expired:
      return &export_expired;
    case ExportState::done:
      break;
  }
  return nullptr;
}

}  // namespace expogate::import_export
