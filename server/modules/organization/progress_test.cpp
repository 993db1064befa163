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

ProgressNode node(ProgressStep step, OrganizationState state, const PeopleCounts& people = {},
                  const PassedDeadlines& passed = {}) {
  for (auto& node : progress_of(in_state(state), {}, people, passed).nodes)
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

TEST(ProgressTest, WhoWasReturnedComesFirstAlsoAfterTheDeadline) {
  PeopleCounts people{.returned = 2, .approved = 1};
  for (bool is_over : {false, true}) {
    auto corrected = node(ProgressStep::people, approved, people, {is_over, is_over});
    EXPECT_EQ(corrected.state, StepState::doing);
    EXPECT_EQ(corrected.path, "/visitor/attendees?state=returned");
  }
  EXPECT_EQ(node(ProgressStep::payment, approved, {.returned = 1}).state, StepState::done);
  EXPECT_EQ(node(ProgressStep::people_review, approved, people).state, StepState::doing);
}

TEST(ProgressTest, AfterTheDeadlineNothingIsAskedForThatCannotBeDone) {
  PassedDeadlines over{true, true};
  EXPECT_EQ(node(ProgressStep::form, returned, {}, over).state, StepState::closed);
  EXPECT_EQ(node(ProgressStep::people, approved, {}, over).state, StepState::closed);
  EXPECT_EQ(node(ProgressStep::people, approved, {.unfinished = 1, .approved = 1}, over).state,
            StepState::closed);
  EXPECT_EQ(node(ProgressStep::people, approved, {.approved = 1}, over).state, StepState::done);
  EXPECT_EQ(node(ProgressStep::payment, approved, {.unpaid = 1}, over).state, StepState::closed);
  EXPECT_EQ(node(ProgressStep::payment, approved, {.unpaid = 1}, over).path, "");
  EXPECT_EQ(node(ProgressStep::payment, approved, {.unpaid = 1}, {true, false}).state, StepState::doing);
}

}  // namespace
}  // namespace expogate::organization
