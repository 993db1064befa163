#pragma once
#include <optional>
#include <vector>

#include "edition/edition.h"
#include "platform/db/tx.h"

namespace expogate::edition::store {

std::vector<Edition> list(db::Tx& tx);
std::optional<Edition> find(db::Tx& tx, const EditionId& id);
std::optional<Edition> find_current(db::Tx& tx);
/// The newest edition by its number, whatever its state.
std::optional<Edition> find_latest(db::Tx& tx);
void add(db::Tx& tx, const Edition& edition, Instant now);
/// Compare-and-set on the version; false when somebody else was first.
bool change(db::Tx& tx, const Edition& edition, std::int64_t version_read);
/// Compare-and-set on the state.
bool change_state(db::Tx& tx, const EditionId& id, EditionState from, EditionState to);
/// Which edition was current until this one became so; nothing when it was taken back.
void note_replaced(db::Tx& tx, const EditionId& id, const std::optional<EditionId>& replaced);
/// Waits for everybody who does something within its windows, and keeps others from beginning.
std::optional<Edition> lock(db::Tx& tx, const EditionId& id);

std::int64_t count_organizations(db::Tx& tx, const EditionId& id);

std::vector<Window> list_windows(db::Tx& tx, const EditionId& edition);
std::optional<Window> find_window(db::Tx& tx, const EditionId& edition, WindowKind kind);
/// The window, while its edition is kept from being taken back; nothing while the edition is in preparation.
std::optional<Window> hold_window(db::Tx& tx, const EditionId& edition, WindowKind kind);
void add_window(db::Tx& tx, const EditionId& edition, const Window& window);
bool change_window(db::Tx& tx, const EditionId& edition, const Window& window, std::int64_t version_read);

}  // namespace expogate::edition::store
