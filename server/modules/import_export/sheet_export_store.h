#pragma once
#include <vector>

#include "base/page.h"
#include "import_export/sheet_export.h"
#include "platform/db/tx.h"

namespace expogate::import_export::store {

void add(db::Tx& tx, const SheetExport& e);
Page<SheetExport> list(db::Tx& tx, const AccountId& account, const PageRequest& page);
std::optional<SheetExport> find(db::Tx& tx, const AccountId& account, const SheetExportId& id);
std::int64_t count_unfinished(db::Tx& tx, const AccountId& account);
void note_download(db::Tx& tx, const SheetExportId& id, Instant now);
bool remove(db::Tx& tx, const SheetExportId& id);

// The worker's steps. Each holds only for the attempt that has the export now; false or none: it was taken
// away, or another worker has it.

std::optional<SheetExport> begin(db::Tx& tx, const SheetExportId& id, int attempt);
bool note_progress(db::Tx& tx, const SheetExport& e, std::int64_t rows_done,
                   std::optional<std::int64_t> rows_total);
bool finish(db::Tx& tx, const SheetExport& done);
bool fail(db::Tx& tx, const SheetExport& e, std::string_view error_code, Instant now);

// Periodic.

std::vector<SheetExport> list_overdue(db::Tx& tx, Instant now, int limit);
void expire(db::Tx& tx, const SheetExportId& id);
std::vector<SheetExport> list_unfinished_since(db::Tx& tx, Instant before, int limit);
void forget(db::Tx& tx, Instant before);

}  // namespace expogate::import_export::store
