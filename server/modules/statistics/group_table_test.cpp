#include "statistics/group_table.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace expogate::statistics {
namespace {

using trading_group::GroupKind;
using trading_group::TradingGroup;

TradingGroup group(const char* id, const char* parent = nullptr) {
  TradingGroup g;
  g.id = TradingGroupId{id};
  g.name_zh = id;
  if (parent) {
    g.kind = GroupKind::subgroup;
    g.parent_id = TradingGroupId{parent};
  }
  return g;
}

const std::vector<TradingGroup> all{group("A"), group("A1", "A"), group("A2", "A"), group("B"),
                                    group("B1", "B")};

Scope scope_of(const char* id, bool is_subgroup) {
  return {.level = Scope::Level::group,
          .organization = {},
          .group = TradingGroupId{id},
          .is_subgroup = is_subgroup};
}

std::string names(const GroupRows& rows) {
  std::string text;
  for (auto& row : rows.rows()) text += row.name_zh + ' ';
  return text;
}

/// In whose row a group's figures stand.
std::string row_of(const GroupRows& rows, const char* id) {
  auto row = rows.row_of(TradingGroupId{id});
  return row ? rows.rows()[*row].name_zh : "-";
}

TEST(GroupRows, TheBureauSeesTopGroupsWithAllBelowThem) {
  GroupRows rows(all, Scope::everything(), std::nullopt);
  EXPECT_EQ(names(rows), "A B 未分配交易团 ");
  EXPECT_EQ(row_of(rows, "A"), "A");
  EXPECT_EQ(row_of(rows, "A2"), "A");
  EXPECT_EQ(row_of(rows, "B1"), "B");
  EXPECT_EQ(rows.row_of(std::nullopt), 2u);
}

TEST(GroupRows, AGroupSeesItselfAndItsSubgroups) {
  for (auto& rows : {GroupRows(all, scope_of("A", false), std::nullopt),
                     GroupRows(all, Scope::everything(), TradingGroupId{"A"})}) {
    EXPECT_EQ(names(rows), "A A1 A2 ");
    EXPECT_EQ(row_of(rows, "A1"), "A1");
    EXPECT_EQ(row_of(rows, "B"), "-");
    EXPECT_EQ(rows.row_of(std::nullopt), std::nullopt);
  }
}

TEST(GroupRows, ASubgroupSeesItself) {
  GroupRows rows(all, scope_of("A2", true), std::nullopt);
  EXPECT_EQ(names(rows), "A2 ");
  EXPECT_EQ(row_of(rows, "A"), "-");
}

TEST(GroupRows, NobodyLooksIntoAnothersGroup) {
  EXPECT_THROW(GroupRows(all, scope_of("A", false), TradingGroupId{"B"}), NotFound);
  EXPECT_THROW(GroupRows(all, scope_of("A", false), TradingGroupId{"A1"}), NotFound);
  EXPECT_THROW(GroupRows(all, Scope::everything(), TradingGroupId{"none"}), NotFound);
  EXPECT_THROW(GroupRows(all, Scope{}, std::nullopt), NotFound);
}

}  // namespace
}  // namespace expogate::statistics
