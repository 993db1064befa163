#include "attendee/attendee.h"

#include <gtest/gtest.h>

namespace expogate::attendee {
namespace {

using enum AttendeeState;

TEST(AttendeeStateTest, NothingLeadsOutOfVoided) {
  for (auto& line : attendee_transitions) EXPECT_NE(line.from, voided);
}

// ATT-05: locked from awaiting_review on; only a reviewer's return opens it again.
TEST(AttendeeStateTest, OnlyOpenStatesAreEdited) {
  for (auto& line : attendee_transitions) {
    bool is_edit = line.action == AttendeeAction::save_draft ||
                   line.action == AttendeeAction::hand_to_group ||
                   line.action == AttendeeAction::hand_to_payment;
    EXPECT_TRUE(!is_edit || is_editable(line.from));
  }
  EXPECT_FALSE(is_editable(awaiting_review));
  EXPECT_FALSE(is_editable(approved));
  EXPECT_FALSE(is_editable(rejected));
  EXPECT_TRUE(is_editable(returned));
  EXPECT_FALSE(is_removable(returned));
}

TEST(AttendeeStateTest, WhoeverWasReturnedNeverPaysAgain) {
  EXPECT_EQ(next_state(returned, AttendeeAction::submit_again), awaiting_review);
  EXPECT_EQ(next_state(returned, AttendeeAction::hand_to_payment), std::nullopt);
}

TEST(AttendeeStateTest, RejectedIsFinalUnlessVoided) {
  for (auto& line : attendee_transitions) EXPECT_TRUE(line.from != rejected || line.to == voided);
}

TEST(AttendeeTest, NumberAndName) {
  EXPECT_EQ(attendee_number(8, 42), "P80000042");
  Profile profile;
  profile.name_en = "Anna Berg";
  EXPECT_EQ(name_of(profile, Locale::zh_cn), "Anna Berg");
  profile.name_zh = "安娜";
  EXPECT_EQ(name_of(profile, Locale::zh_cn), "安娜");
  EXPECT_EQ(name_of(profile, Locale::en), "Anna Berg");
}

}  // namespace
}  // namespace expogate::attendee
