#include "organization/progress.h"

#include <gtest/gtest.h>

namespace expogate::organization {
namespace {

using enum OrganizationState;

Organization in_state(OrganizationState state) {
  Organization o;
  o.state = state;
  if (state != draft) o.submitted_at = Instant{1};
  return o;
}

ProgressNode node(ProgressStep step, OrganizationState state, const PeopleCounts& people = {}) {
  for (auto& node : progress_of(in_state(state), {}, people).nodes)
    if (node.step == step) return node;
  return {};
}

TEST(ProgressTest, PeopleAreAddedOnceTheOrganizationIsSubmitted) {
  EXPECT_EQ(node(ProgressStep::people, draft).path, "");
  EXPECT_EQ(node(ProgressStep::people, awaiting_review).path, "/visitor/attendees");
  EXPECT_EQ(node(ProgressStep::people, awaiting_review).state, StepState::to_do);
  EXPECT_EQ(node(ProgressStep::people, approved).state, StepState::doing);
  EXPECT_EQ(node(ProgressStep::people, rejected).path, "");
}

TEST(ProgressTest, PeopleAreDoneWhenNobodyIsLeftToBeFilledIn) {
  EXPECT_EQ(node(ProgressStep::people, approved, {.unfinished = 1, .approved = 3}).state, StepState::doing);
  EXPECT_EQ(node(ProgressStep::people, approved, {.unpaid = 2}).state, StepState::done);
}

TEST(ProgressTest, ThePaymentFollowsThoseWhoAreComplete) {
  EXPECT_EQ(node(ProgressStep::payment, approved, {.unfinished = 1}).state, StepState::to_do);
  EXPECT_EQ(node(ProgressStep::payment, approved, {.unpaid = 1, .in_review = 1}).state, StepState::doing);
  EXPECT_EQ(node(ProgressStep::payment, approved, {.in_review = 1}).state, StepState::done);
}

TEST(ProgressTest, TheReviewOfPeopleIsDoneWhenNobodyWaits) {
  EXPECT_EQ(node(ProgressStep::people_review, approved, {.in_review = 1, .approved = 1}).state,
            StepState::doing);
  EXPECT_EQ(node(ProgressStep::people_review, approved, {.approved = 1}).state, StepState::done);
}

}  // namespace
}  // namespace expogate::organization
