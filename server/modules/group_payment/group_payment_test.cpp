#include "group_payment/group_payment.h"

#include <gtest/gtest.h>
#include <boost/mp11/algorithm.hpp>

namespace expogate::group_payment {
namespace {

using attendee::Sponsorship;

/// Every question there is: 9 states, 3 decisions, free or not, on or off.
template <class Visit>
void for_each_question(Visit&& visit) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<AttendeeState>>([&](auto state) {
    for (auto sponsorship : {std::optional<Sponsorship>(), std::optional(Sponsorship::sponsored),
                             std::optional(Sponsorship::declined)})
      for (bool is_free : {false, true})
        for (bool is_on : {false, true}) visit(PayerQuestion{state.value, sponsorship, is_free, is_on});
  });
}

TEST(PayerTest, EveryQuestionHasOneAnswer) {
  int undecided = 0, questions = 0;
  for_each_question([&](const PayerQuestion& q) {
    ++questions;
    auto payer = payer_of(q);
    // GPY-02: a decision is final.
    EXPECT_EQ(payer == Payer::group, q.sponsorship == Sponsorship::sponsored);
    EXPECT_FALSE(payer == Payer::undecided && q.sponsorship);
    // What is free waits for nobody (ATT-05).
    EXPECT_FALSE(payer == Payer::undecided && q.is_free);
    if (payer == Payer::undecided) ++undecided;
  });
  EXPECT_EQ(questions, 9 * 3 * 2 * 2);
  // Drafts and colleagues while it is on, and who waits already, on or off.
  EXPECT_EQ(undecided, 4);
}

TEST(PayerTest, TheSwitchMattersForWhatIsStillFilledInAlone) {
  for_each_question([](PayerQuestion q) {
    auto payer = payer_of(q);
    q.is_on = !q.is_on;
    bool is_open = q.state == AttendeeState::draft || q.state == AttendeeState::pending_confirmation;
    bool is_asked = is_open && !q.is_free && !q.sponsorship;
    EXPECT_EQ(payer != payer_of(q), is_asked);
  });
}

TEST(LimitTest, AnOrganizationsOwnLimitStandsBeforeTheDefault) {
  GroupPayment group;
  EXPECT_EQ(limit_of(group, std::nullopt), std::nullopt);
  group.default_limit = 5;
  EXPECT_EQ(limit_of(group, std::nullopt), 5);
  EXPECT_EQ(limit_of(group, 0), 0);
}

}  // namespace
}  // namespace expogate::group_payment
