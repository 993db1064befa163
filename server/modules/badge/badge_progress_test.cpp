#include "badge/badge_progress.h"

#include <gtest/gtest.h>

namespace expogate::badge {
namespace {

using attendee::AttendeeState;
using enum ProgressStep;

attendee::Attendee person(AttendeeState state) {
  attendee::Attendee a;
  a.state = state;
  a.submitted_at = Instant{100};
  a.decided_at = Instant{200};
  return a;
}

Badge badge(BadgeState state) {
  Badge b;
  b.state = state;
  return b;
}

/// `submitted+ in_review* producing` : + is done, * lasts now.
std::string text_of(const std::vector<BadgeStep>& steps) {
  std::string text;
  for (auto& step : steps) {
    if (!text.empty()) text += ' ';
    text += enum_name(step.step);
    if (step.state == StepState::done) text += '+';
    if (step.state == StepState::doing) text += '*';
  }
  return text;
}

TEST(BadgeProgress, WhoeverWaitsForTheReviewKnowsForHowLong) {
  auto steps = progress_of(person(AttendeeState::awaiting_review), std::nullopt, 7);
  EXPECT_EQ(text_of(steps), "submitted+ in_review* producing ready collected");
  EXPECT_EQ(steps[1].expected_days, 7);
}

TEST(BadgeProgress, AnApprovedPersonsBadgeIsBeingMade) {
  auto steps = progress_of(person(AttendeeState::approved), badge(BadgeState::awaiting), 7);
  EXPECT_EQ(text_of(steps), "submitted+ in_review+ producing* ready collected");
  EXPECT_EQ(steps[1].expected_days, std::nullopt);
}

TEST(BadgeProgress, AMadeBadgeIsReady) {
  auto made = badge(BadgeState::made);
  made.made_at = Instant{300};
  EXPECT_EQ(text_of(progress_of(person(AttendeeState::approved), made, 7)),
            "submitted+ in_review+ producing+ ready+ collected*");
  made.collection = attendee::Collection::courier;
  EXPECT_EQ(text_of(progress_of(person(AttendeeState::approved), made, 7)),
            "submitted+ in_review+ producing+ on_the_way+ collected*");
}

TEST(BadgeProgress, AReusedBadgeIsThereAtOnce) {
  auto reused = badge(BadgeState::made);
  reused.kind = BadgeKind::reuse;
  reused.made_at = Instant{200};
  EXPECT_EQ(text_of(progress_of(person(AttendeeState::approved), reused, 7)),
            "submitted+ in_review+ reused+");
}

TEST(BadgeProgress, WhoeverWasTurnedAwayWaitsForNothing) {
  EXPECT_TRUE(progress_of(person(AttendeeState::rejected), std::nullopt, 7).empty());
  EXPECT_TRUE(progress_of(person(AttendeeState::draft), std::nullopt, 7).empty());
}

}  // namespace
}  // namespace expogate::badge
