#include "attendee/badge_reuse.h"

#include <gtest/gtest.h>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "attendee/attendee_form.h"

namespace expogate::attendee {
namespace {

constexpr int from_number = 5;

PastBadge good() {
  return {AttendeeState::approved,
          7,
          false,
          {"王芳", "Wang Fang", "示例公司", "Example", "经理", FileId{"photo"}, BadgeType::professional}};
}

const ErrorCode* refusal(const PastBadge& past) {
  return reuse_refusal(past, past.face, from_number);
}

template <class Enum, class Check>
void for_each(Check&& check) {
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
      [&](auto each) { check(each.value); });
}

// ATT-07: every combination of what decides, against the rule said once more in one line.
TEST(BadgeReuseTest, IsForApprovedBadgesOfEditionsTakenAndNotOfPublicDays) {
  for_each<AttendeeState>([&](AttendeeState state) {
    for (int number = 1; number <= 8; ++number)
      for (bool is_public_days : {false, true})
        for_each<BadgeType>([&](BadgeType type) {
          auto past = good();
          past.state = state;
          past.edition_number = number;
          past.is_public_days = is_public_days;
          past.face.badge_type = type;
          // A free one needs a place of a quota besides, which is taken where the person is added.
          bool may = state == AttendeeState::approved && number >= 5 && !is_public_days;
          EXPECT_EQ(refusal(past) == nullptr, may) << enum_name(state) << number << is_public_days;
        });
  });
}

TEST(BadgeReuseTest, EveryChangeOnTheFaceEndsIt) {
  void (*changes[])(BadgeFace&) = {[](BadgeFace& f) { f.name_zh = "王方"; },
                                   [](BadgeFace& f) { f.name_en = "Fang Wang"; },
                                   [](BadgeFace& f) { f.organization_zh = "新公司"; },
                                   [](BadgeFace& f) { f.organization_en = "New"; },
                                   [](BadgeFace& f) { f.position = "总经理"; },
                                   [](BadgeFace& f) { f.photo_id = FileId{"other"}; },
                                   [](BadgeFace& f) { f.photo_id.reset(); },
                                   [](BadgeFace& f) { f.badge_type = BadgeType::vip; }};
  for (auto change : changes) {
    auto now = good().face;
    change(now);
    EXPECT_EQ(reuse_refusal(good(), now, from_number), &reuse_face_changed);
  }
}

TEST(BadgeReuseTest, TheFirstReasonThatNothingCanBeDoneAboutIsTold) {
  auto past = good();
  past.is_public_days = true;
  EXPECT_EQ(refusal(past), &reuse_public_days);
  past.edition_number = 4;
  EXPECT_EQ(refusal(past), &reuse_too_old);
  past.state = AttendeeState::voided;
  EXPECT_EQ(refusal(past), &reuse_not_approved);
  EXPECT_EQ(message_of(reuse_too_old, Locale::zh_cn, reuse_details(5)), "仅第 5 届及以后的证件可以复用");
}

TEST(BadgeReuseTest, TheFaceIsOfThePersonAndItsOrganization) {
  Profile profile;
  profile.name_zh = "王芳";
  profile.position = "经理";
  organization::Organization o;
  o.name_zh = "示例公司";
  auto face = face_of(profile, o);
  EXPECT_EQ(face.organization_zh, "示例公司");
  profile.department = "采购部";  // not on the badge
  EXPECT_EQ(face_of(profile, o), face);
}

}  // namespace
}  // namespace expogate::attendee
