#include "base/reach.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

constexpr ReachColumns columns{"o.id", "o.group_id", "o.top_id"};

Scope of_group(bool is_subgroup) {
  return {.level = Scope::Level::group, .organization = {}, .group = {"G"}, .is_subgroup = is_subgroup};
}

TEST(Reach, EverybodyReachesTheirOwnRows) {
  EXPECT_EQ(reach_of(Scope::of(OrganizationId{"O"}), columns).condition, "o.id = ?");
  EXPECT_EQ(reach_of(Scope::of(OrganizationId{"O"}), columns).id, "O");
  EXPECT_EQ(reach_of(of_group(false), columns).condition, "o.top_id = ?");
  EXPECT_EQ(reach_of(of_group(true), columns).condition, "o.group_id = ?");
  EXPECT_EQ(reach_of(of_group(true), columns).id, "G");
}

TEST(Reach, TheBureauReachesAllAndAStrangerNothing) {
  auto all = reach_of(Scope::everything(), columns), none = reach_of(Scope{}, columns);
  EXPECT_EQ(all.condition + all.id, "? = ''");
  EXPECT_FALSE(all.is_limit);
  EXPECT_EQ(none.condition + none.id, "? <> ''");
  EXPECT_TRUE(none.is_limit);
}

TEST(Reach, WhereALevelHasNoColumnItHasNoRows) {
  auto reach = reach_of(of_group(true), {"o.id", "", ""});
  EXPECT_EQ(reach.condition + reach.id, "? <> ''");
}

TEST(Reach, StandsInAStatementByNumber) {
  EXPECT_EQ(reach_of(of_group(true), columns).numbered(12), "o.group_id = $12");
}

}  // namespace
}  // namespace expogate
