#include "organization/organization.h"

#include <gmock/gmock.h>

#include "organization/review.h"

namespace expogate::organization {
namespace {

using enum OrganizationState;
using enum OrganizationAction;

// ORG-06
TEST(OrganizationTest, OutOfARejectionLeadsNothingButTheBureausLifting) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<OrganizationAction>>([](auto action) {
    auto next = next_state(rejected, action.value);
    EXPECT_EQ(next.has_value(), action.value == lift_rejection) << action.name;
  });
  EXPECT_EQ(next_state(rejected, lift_rejection), returned);
}

TEST(OrganizationTest, NothingIsEverRejectedAutomatically) {
  for (auto& line : organization_transitions) {
    bool is_rejection = line.to == rejected;
    EXPECT_EQ(is_rejection, line.action == reject);
  }
}

TEST(OrganizationTest, AnOverseasOrganizationIsOneByNameAndCountry) {
  Profile profile;
  profile.name_en = "Nordwind  Foods, GmbH";
  profile.country_code = "DE";
  auto key = overseas_key_of(Origin::overseas, profile);
  profile.name_en = "NORDWIND FOODS GMBH";
  EXPECT_EQ(overseas_key_of(Origin::overseas, profile), key);
  profile.country_code = "AT";
  EXPECT_NE(overseas_key_of(Origin::overseas, profile), key);
  EXPECT_FALSE(overseas_key_of(Origin::domestic, profile));
}

TEST(OrganizationTest, NumbersTellOriginAndEdition) {
  EXPECT_EQ(organization_number(Origin::domestic, 8, 100021), "D8100021");
  EXPECT_EQ(organization_number(Origin::overseas, 8, 7), "F8000007");
}

Organization at(OrganizationState state, const char* group, const char* top) {
  Organization o;
  o.state = state;
  if (*group) o.trading_group_id = TradingGroupId{group};
  if (*top) o.top_group_id = TradingGroupId{top};
  return o;
}

Scope group_scope(const char* id, bool is_subgroup) {
  Scope scope;
  scope.level = Scope::Level::group;
  scope.group = TradingGroupId{id};
  scope.is_subgroup = is_subgroup;
  return scope;
}

TEST(ReviewTest, ASubgroupReviewsFirstAndItsGroupSecond) {
  auto of_subgroup = at(awaiting_review, "haidian", "beijing");
  EXPECT_EQ(stage_for(group_scope("haidian", true), of_subgroup), ReviewStage::first);
  EXPECT_FALSE(stage_for(group_scope("beijing", false), of_subgroup));
  EXPECT_EQ(action_of(ReviewVerdict::approve, of_subgroup), pass_first);
  auto passed = at(first_passed, "haidian", "beijing");
  EXPECT_FALSE(stage_for(group_scope("haidian", true), passed));
  EXPECT_EQ(stage_for(group_scope("beijing", false), passed), ReviewStage::second);
  EXPECT_EQ(action_of(ReviewVerdict::approve, passed), approve);
}

TEST(ReviewTest, ADirectOrganizationNeedsOneReview) {
  auto direct = at(awaiting_review, "beijing", "beijing");
  EXPECT_EQ(stage_for(group_scope("beijing", false), direct), ReviewStage::first);
  EXPECT_EQ(action_of(ReviewVerdict::approve, direct), approve);
  EXPECT_FALSE(stage_for(group_scope("shanghai", false), direct));
}

TEST(ReviewTest, TheBureauReviewsWhoHasNoGroup) {
  EXPECT_EQ(stage_for(Scope::everything(), at(awaiting_review, "", "")), ReviewStage::first);
  EXPECT_FALSE(stage_for(Scope::everything(), at(awaiting_review, "beijing", "beijing")));
}

}  // namespace
}  // namespace expogate::organization
