#include "attendee/identity_check.h"

#include <gtest/gtest.h>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "attendee/identity_claim.h"

namespace expogate::attendee {
namespace {

template <class Enum>
std::vector<Enum> all() {
  std::vector<Enum> values;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto each) { values.push_back(each.value); });
  return values;
}

using enum IdentityState;
using Action = IdentityAction;

/// Where each action leads from each state, as somebody would explain it.
std::optional<IdentityState> expected(IdentityState from, Action action) {
  if (from == matched || from == waived) return std::nullopt;
  switch (action) {
    case Action::match:
      return matched;
    case Action::fail:
      return failed;
    case Action::waive:
      return waived;
    case Action::stay_silent:
      return from == not_asked ? std::optional(unavailable) : std::nullopt;
    case Action::pass_over:
      return from == failed ? std::nullopt : std::optional(not_asked);
  }
  return std::nullopt;
}

TEST(IdentityCheckTest, EveryActionInEveryState) {
  for (auto from : all<IdentityState>())
    for (auto action : all<Action>())
      EXPECT_EQ(next_state(from, action), expected(from, action))
          << enum_name(from) << " " << enum_name(action);
}

TEST(IdentityCheckTest, OnlyAFailedCheckBlocksApproval) {
  for (auto state : all<IdentityState>()) EXPECT_EQ(blocks_approval(state), state == failed);
}

TEST(IdentityCheckTest, WhatFindingsAndSilenceMean) {
  for (auto finding : all<IdentityFinding>()) {
    auto action = finding == IdentityFinding::matched       ? Action::match
                  : finding == IdentityFinding::not_covered ? Action::pass_over
                                                            : Action::fail;
    EXPECT_EQ(action_of(finding), action) << enum_name(finding);
  }
  EXPECT_EQ(action_of(Failure{"away"}), Action::stay_silent);
  EXPECT_EQ(action_of(Failure{"refused", true}), Action::stay_silent);
}

// ATT-08: what is not refused can be waived, in every state of person and check.
TEST(IdentityWaiverTest, IsRefusedWhereItMakesNoSense) {
  for (auto state : all<AttendeeState>())
    for (auto identity : all<IdentityState>()) {
      auto* refusal = waiver_refusal(state, identity);
      bool is_ended = state == AttendeeState::voided || state == AttendeeState::rejected;
      auto* wanted = is_ended              ? &identity_waiver_ended
                     : identity == waived  ? &identity_waived_already
                     : identity == matched ? &identity_matched
                                           : nullptr;
      EXPECT_EQ(refusal, wanted);
      EXPECT_TRUE(refusal || next_state(identity, Action::waive));
    }
}

Attendee person() {
  Attendee a;
  a.name_zh = "安娜";
  a.name_en = "ANNA BERG";
  a.document_type = DocumentType::passport;
  a.document_index = "index";
  a.state = AttendeeState::awaiting_review;
  return a;
}

TEST(IdentityClaimTest, IsAskedForSubmittedPeopleWithoutAnAnswer) {
  for (auto state : all<AttendeeState>())
    for (auto identity : all<IdentityState>()) {
      auto a = person();
      a.state = state;
      a.identity_state = identity;
      bool is_submitted = state == AttendeeState::awaiting_review || state == AttendeeState::approved;
      bool is_open = identity != matched && identity != waived;
      EXPECT_EQ(is_worth_asking(a), is_submitted && is_open);
      a.document_index.reset();
      EXPECT_FALSE(is_worth_asking(a));
    }
}

TEST(IdentityClaimTest, IsAnotherWithAnotherNameOrDocument) {
  auto a = person(), b = person();
  b.position = "会长";
  b.photo_id = FileId{"another"};
  EXPECT_TRUE(is_same_claim(a, b));
  for (auto change : std::vector<void (*)(Attendee&)>{
           [](Attendee& x) { x.name_zh = "安"; }, [](Attendee& x) { x.name_en = "ANNE BERG"; },
           [](Attendee& x) { x.document_type = DocumentType::resident_id; },
           [](Attendee& x) { x.document_index = "other"; }, [](Attendee& x) { x.document_index.reset(); }}) {
    auto other = person();
    change(other);
    EXPECT_FALSE(is_same_claim(a, other));
  }
}

TEST(IdentityClaimTest, HasTheNameThatTheDocumentPrints) {
  auto a = person();
  EXPECT_EQ(name_on_document(a), "ANNA BERG");
  a.name_en.clear();
  EXPECT_EQ(name_on_document(a), "安娜");
  a.name_en = "ANNA BERG";
  for (auto type : all<DocumentType>()) {
    bool is_latin = type == DocumentType::passport || type == DocumentType::foreign_permanent_residence;
    a.document_type = type;
    EXPECT_EQ(name_on_document(a), is_latin ? "ANNA BERG" : "安娜") << enum_name(type);
  }
}

}  // namespace
}  // namespace expogate::attendee
