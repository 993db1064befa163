#include "key_invitee/key_invitee.h"

#include <gtest/gtest.h>

namespace expogate::key_invitee {
namespace {

Scope group() {
  Scope scope;
  scope.level = Scope::Level::group;
  scope.group = TradingGroupId{"G09"};
  return scope;
}

TEST(KeyInvitee, GoesFromRecommendedToInvitedAndNeverBackFromWithdrawn) {
  using enum InviteeState;
  EXPECT_EQ(next_state(recommended, InviteeAction::invite), invited);
  EXPECT_EQ(next_state(invited, InviteeAction::invite), invited);
  EXPECT_EQ(next_state(set_aside, InviteeAction::invite), invited);
  EXPECT_EQ(next_state(set_aside, InviteeAction::set_aside), std::nullopt);
  for (auto action :
       {InviteeAction::change, InviteeAction::invite, InviteeAction::set_aside, InviteeAction::withdraw})
    EXPECT_EQ(next_state(withdrawn, action), std::nullopt);
}

TEST(KeyInvitee, IsChangedAndWithdrawnByItsRecommenderAndDecidedOnByItsGroup) {
  auto bureau = Scope::everything();
  using Source = InviteeSource;
  EXPECT_EQ(why_not_theirs(group(), Source::group, InviteeAction::withdraw), nullptr);
  EXPECT_EQ(why_not_theirs(group(), Source::bureau, InviteeAction::withdraw), &withdraw_of_bureau);
  EXPECT_EQ(why_not_theirs(bureau, Source::bureau, InviteeAction::withdraw), nullptr);
  EXPECT_EQ(why_not_theirs(bureau, Source::group, InviteeAction::withdraw), &invitee_of_group);
  EXPECT_EQ(why_not_theirs(bureau, Source::group, InviteeAction::change), &invitee_of_group);
  EXPECT_EQ(why_not_theirs(group(), Source::bureau, InviteeAction::change), nullptr);
  EXPECT_EQ(why_not_theirs(bureau, Source::bureau, InviteeAction::invite), &invitee_group_decides);
  EXPECT_EQ(why_not_theirs(group(), Source::bureau, InviteeAction::set_aside), nullptr);
  EXPECT_EQ(why_not_theirs(group(), Source::group, InviteeAction::set_aside), &set_aside_own);
}

TEST(KeyInvitee, IsNotWrittenToTwiceWithinADay) {
  Instant at{1'000'000};
  EXPECT_EQ(paused_until(std::nullopt, at), std::nullopt);
  EXPECT_EQ(paused_until(at, at), at + resend_pause);
  EXPECT_EQ(paused_until(at, at + resend_pause - milliseconds(1)), at + resend_pause);
  EXPECT_EQ(paused_until(at, at + resend_pause), std::nullopt);
}

TEST(KeyInvitee, ChecksACodeButForThoseOfThePilotAreas) {
  EXPECT_EQ(why_not_uscc("91310115MA1K35XY5H"), nullptr);
  EXPECT_EQ(why_not_uscc("91310115MA1K35XY5J"), &uscc_check_wrong);
  EXPECT_EQ(why_not_uscc("91350100M0001TGQXM"), nullptr);  // facts 5.1
  EXPECT_NE(why_not_uscc("91310115"), nullptr);
  EXPECT_NE(why_not_uscc("91310115"), &uscc_check_wrong);
}

TEST(KeyInvitee, OfTheBureauKeepsWhoItIsWhenTheGroupChangesIt) {
  Recommendation before;
  before.name = "甲";
  before.uscc = "91310115MA1K35XY5H";
  before.reason = "龙头企业";
  auto after = before;
  after.contact_name = "王芳";
  after.level = InviteeLevel::key;
  EXPECT_TRUE(bureau_fields_changed(before, after).empty());
  after.name = "乙";
  after.uscc.reset();
  auto wrong = bureau_fields_changed(before, after);
  ASSERT_EQ(wrong.size(), 2u);
  EXPECT_EQ(wrong[0].field, "name");
  EXPECT_EQ(wrong[1].field, "uscc");
}

TEST(KeyInvitee, HasACodeThatNobodyCountsThrough) {
  auto code = new_referral_code();
  EXPECT_EQ(code.size(), 13u);
  EXPECT_EQ(code.front(), 'K');
  EXPECT_NE(code, new_referral_code());
}

}  // namespace
}  // namespace expogate::key_invitee
