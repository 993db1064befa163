#pragma once
#include <optional>
#include <vector>

#include "platform/db/tx.h"
#include "saved_view/saved_view.h"

namespace expogate::saved_view::store {

std::vector<SavedView> list(db::Tx& tx, const AccountId& account, const std::string& list);
std::optional<SavedView> find(db::Tx& tx, const AccountId& account, const SavedViewId& id);
void add(db::Tx& tx, const AccountId& account, const SavedView& view, Instant now);
bool change(db::Tx& tx, const SavedView& view, std::int64_t version_read);
bool remove(db::Tx& tx, const SavedViewId& id);

}  // namespace expogate::saved_view::store
