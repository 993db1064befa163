#include "statistics/group_table.h"

#include "base/error.h"

namespace expogate::statistics {
namespace {

using trading_group::GroupKind;
using trading_group::TradingGroup;

/// The group whose own and subgroups' rows are shown; none when all top groups are.
std::optional<TradingGroupId> root_of(const Scope& scope, const std::optional<TradingGroupId>& chosen) {
  if (scope.level == Scope::Level::everything) return chosen;
  if (scope.level != Scope::Level::group || (chosen && *chosen != scope.group)) throw NotFound();
  return scope.group;
}

}  // namespace

void GroupRows::add(const TradingGroup& group) {
  row_of_.emplace(group.id, rows_.size());
  rows_.push_back({group.id, group.name_zh, group.name_en});
}

GroupRows::GroupRows(const std::vector<TradingGroup>& groups, const Scope& scope,
                     const std::optional<TradingGroupId>& group) {
  if (auto root = root_of(scope, group)) {
    for (auto& one : groups)
      if (one.id == *root || one.parent_id == *root) add(one);
    if (rows_.empty()) throw NotFound();
    return;
  }
  for (auto& one : groups)
    if (one.kind == GroupKind::group) add(one);
  for (auto& one : groups)
    if (one.kind == GroupKind::subgroup) row_of_.emplace(one.id, row_of_.at(*one.parent_id));
  row_of_.emplace(std::nullopt, rows_.size());
  rows_.push_back({std::nullopt, "未分配交易团", "No trading group"});
}

std::optional<std::size_t> GroupRows::row_of(const std::optional<TradingGroupId>& group) const {
  auto found = row_of_.find(group);
  if (found == row_of_.end()) return std::nullopt;
  return found->second;
}

}  // namespace expogate::statistics
