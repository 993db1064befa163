#include "attendee/attendee_correction.h"

#include <gtest/gtest.h>

namespace expogate::attendee {
namespace {

AttendeeForm somebody() {
  AttendeeForm form;
  form.name_zh = "李明";
  form.position = "经理";
  form.region_type = RegionType::mainland;
  form.document_type = DocumentType::resident_id;
  form.document_number = "11010519491231002X";
  form.mobile = "13512345678";
  form.nationality_code = "CN";
  form.collection = Collection::onsite;
  return tidied(form);
}

CorrectedPerson as_it_is(const AttendeeForm& f) {
  return {f.name_zh,
          f.name_en,
          f.gender,
          f.region_type,
          f.document_type,
          f.document_number,
          f.nationality_code,
          f.birth_on,
          f.mobile,
          f.email,
          f.department,
          f.position,
          f.position_category_code,
          f.photo_id};
}

TEST(Correction, OfNothingChangesNothing) {
  auto form = somebody();
  EXPECT_TRUE(changed_fields(form, corrected(form, as_it_is(form))).empty());
}

TEST(Correction, NamesWhatHasChangedAndLeavesTheVisitAlone) {
  auto form = somebody();
  form.badge_type = BadgeType::vip;
  auto person = as_it_is(form);
  person.name_zh = " 李铭 ";
  person.mobile = "135 1234 5679";
  auto after = corrected(form, person);
  auto fields = changed_fields(form, after);
  EXPECT_EQ(names_of(fields), "name_zh mobile");
  EXPECT_EQ(words_of(fields, Locale::zh_cn), "姓名（中文）、手机号");
  EXPECT_EQ(words_of(fields, Locale::en), "name in Chinese, mobile number");
  EXPECT_EQ(after.badge_type, BadgeType::vip);
  EXPECT_EQ(after.collection, Collection::onsite);
}

TEST(Correction, OfAResidentIdTakesItsBirthDateAlong) {
  auto form = somebody();
  auto person = as_it_is(form);
  person.document_number = "440524188001010014";
  EXPECT_EQ(names_of(changed_fields(form, corrected(form, person))), "document_number birth_on");
}

TEST(Correction, ReplacesBadgesOnlyForWhatTheyShow) {
  auto form = somebody();
  auto is_other = [&](auto change) {
    auto person = as_it_is(form);
    change(person);
    return is_other_face(changed_fields(form, corrected(form, person)));
  };
  EXPECT_TRUE(is_other([](auto& p) { p.name_zh = "李铭"; }));
  EXPECT_TRUE(is_other([](auto& p) { p.name_en = "LI MING"; }));
  EXPECT_TRUE(is_other([](auto& p) { p.position = "总经理"; }));
  EXPECT_TRUE(is_other([](auto& p) { p.photo_id = FileId{"photo"}; }));
  EXPECT_FALSE(is_other([](auto& p) { p.department = "采购部"; }));
  EXPECT_FALSE(is_other([](auto& p) { p.mobile = "13512345679"; }));
  EXPECT_FALSE(is_other([](auto& p) { p.email = "li@example.com"; }));
  EXPECT_FALSE(is_other([](auto& p) { p.position_category_code = "sales"; }));
}

TEST(Correction, IsForWhoIsLockedAndStillInTheGame) {
  using enum AttendeeState;
  for (auto state : {awaiting_review, approved}) EXPECT_TRUE(is_correctable(state));
  for (auto state :
       {pending_confirmation, draft, awaiting_group, awaiting_payment, rejected, returned, voided})
    EXPECT_FALSE(is_correctable(state));
}

}  // namespace
}  // namespace expogate::attendee
