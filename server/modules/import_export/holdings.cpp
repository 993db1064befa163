#include "import_export/holdings.h"

namespace expogate::import_export {
namespace {

using namespace erasure;

constexpr Spine exports{"sheet_exports", "sheet_exports", "id", "edition_id = $1"};

}  // namespace

Holdings holdings() {
  Holding sheets{Kind::person, &exports, "sheet_exports", "id"};
  sheets.file = "file_id";
  return {{sheets}, {}};
}

}  // namespace expogate::import_export
