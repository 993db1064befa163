#include "edition/deadlines.h"

#include <algorithm>

#include "edition/edition_store.h"

namespace expogate::edition {

bool has_closed(db::Tx& tx, const EditionId& edition, WindowKind kind, Instant now) {
  auto window = store::find_window(tx, edition, kind);
  return window && window_state(*window, now) == WindowState::closed;
}

Instant no_later_than(db::Tx& tx, const EditionId& edition, WindowKind kind, Instant latest) {
  auto window = store::find_window(tx, edition, kind);
  return window && window->closes_at ? std::min(latest, *window->closes_at) : latest;
}

}  // namespace expogate::edition
