#pragma once
#include "edition/edition.h"
#include "platform/db/tx.h"

/// What other modules ask of the windows without opening or refusing anything (EDN-03).
namespace expogate::edition {

bool has_closed(db::Tx& tx, const EditionId& edition, WindowKind kind, Instant now);

/// `latest`, or the window's end where that is sooner: a link to what ends with it ends with it (ORG-10).
Instant no_later_than(db::Tx& tx, const EditionId& edition, WindowKind kind, Instant latest);

}  // namespace expogate::edition
