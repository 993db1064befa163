#pragma once
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <map>
#include <vector>

#include "base/caller.h"
#include "platform/db/tx.h"
#include "trading_group/trading_group.h"

/// Statistics (统计表): tables with a row for each group that the reader looks after, equal to the lists that
/// they count (STA-01).
namespace expogate::statistics {

/// Whose rows a table has.
struct GroupRow {
  std::optional<TradingGroupId> group_id;  ///< none: organizations that belong to no group
  std::string name_zh, name_en;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (), (group_id, name_zh, name_en))

/// Which of a reader's rows a group's figures stand in: the bureau sees top groups with all below them, or
/// one group with its subgroups; a group sees itself and its subgroups; a subgroup itself.
class GroupRows {
 public:
  /// `group`: the bureau looks into this one. Throws NotFound when the caller does not reach it.
  GroupRows(const std::vector<trading_group::TradingGroup>& groups, const Scope& scope,
            const std::optional<TradingGroupId>& group);
  const std::vector<GroupRow>& rows() const { return rows_; }
  /// Nothing for what is not the reader's.
  std::optional<std::size_t> row_of(const std::optional<TradingGroupId>& group) const;

 private:
  void add(const trading_group::TradingGroup& group);
  std::vector<GroupRow> rows_;
  std::map<std::optional<TradingGroupId>, std::size_t> row_of_;
};

/// Figures are structs of whole numbers, added one by one.
template <class Figures>
void add_figures(Figures& to, const Figures& from) {
  boost::mp11::mp_for_each<boost::describe::describe_members<Figures, boost::describe::mod_public>>(
      [&](auto member) { to.*member.pointer += from.*member.pointer; });
}

namespace store {
/// All groups in the order of the screens, each top group before its subgroups.
std::vector<trading_group::TradingGroup> list_groups(db::Tx& tx);
}  // namespace store

}  // namespace expogate::statistics
