#pragma once
#include <optional>
#include <vector>

#include "base/page.h"
#include "platform/db/tx.h"
#include "trading_group/trading_group.h"

namespace expogate::trading_group::store {

struct GroupFilter {
  std::optional<std::string> text;  ///< part of a name, code or sign-in name, or an invitation code
  std::optional<GroupFamily> family;
  std::optional<GroupKind> kind;
  std::optional<TradingGroupId> parent_id;
  std::vector<TradingGroupId> ids;  ///< only these; all when empty
  std::optional<GroupState> state;
  bool has_never_signed_in = false;
};
BOOST_DESCRIBE_STRUCT(GroupFilter, (), (text, family, kind, parent_id, ids, state, has_never_signed_in))

/// What an export is asked for: the list's filters and its order.
struct SortedGroups : GroupFilter {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(SortedGroups, (GroupFilter), (sort))

/// What the public form offers: an active group and how many subgroups it has to choose from.
struct PublicGroup : TradingGroup {
  std::int64_t children = 0;
};
BOOST_DESCRIBE_STRUCT(PublicGroup, (TradingGroup), (children))

Page<TradingGroupRow> list(db::Tx& tx, const EditionId& edition, const GroupFilter& filter,
                           const PageRequest& page);
/// The next groups of a walk in the list's own order, behind `after`; from the beginning without one.
std::vector<TradingGroupRow> list_after(db::Tx& tx, const EditionId& edition, const GroupFilter& filter,
                                        const std::optional<TradingGroup>& after, int limit);
std::int64_t count(db::Tx& tx, const EditionId& edition, const GroupFilter& filter);
std::vector<PublicGroup> list_public(db::Tx& tx, std::optional<GroupKind> kind,
                                     const std::optional<TradingGroupId>& parent);
std::optional<TradingGroup> find(db::Tx& tx, const TradingGroupId& id);
std::optional<TradingGroup> find_by_code(db::Tx& tx, std::string_view code);
/// Every group, parents before their subgroups, in the order of the screen.
std::vector<TradingGroup> list_all(db::Tx& tx);
/// Groups that nobody can sign in for yet.
std::vector<TradingGroup> list_without_account(db::Tx& tx);
std::optional<std::string> find_invitation_code(db::Tx& tx, const EditionId& edition,
                                                const TradingGroupId& id);
std::optional<TradingGroupId> find_by_invitation_code(db::Tx& tx, const EditionId& edition,
                                                      std::string_view code);
void add(db::Tx& tx, const TradingGroup& group, Instant now);
bool change(db::Tx& tx, const TradingGroup& group, std::int64_t version_read);
void set_invitation_code(db::Tx& tx, const EditionId& edition, const TradingGroupId& id,
                         const std::string& code);
void copy_invitation_codes(db::Tx& tx, const EditionId& from, const EditionId& to);

}  // namespace expogate::trading_group::store
