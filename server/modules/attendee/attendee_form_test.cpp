#include "attendee/attendee_form.h"

#include <gmock/gmock.h>

namespace expogate::attendee {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FormFacts facts() {
  FormFacts facts;
  facts.today = {"2025-10-10"};
  facts.position_categories = {"purchasing"};
  facts.countries = {"CN", "DE"};
  facts.entry_options = {{"full"}};
  facts.courier_addresses = {{"office"}};
  return facts;
}

AttendeeForm complete() {
  AttendeeForm form;
  form.name_zh = "王芳";
  form.region_type = RegionType::mainland;
  form.document_type = DocumentType::resident_id;
  form.document_number = "11010519491231002x";
  form.mobile = "13812345678";
  form.position = "经理";
  form.position_category_code = "purchasing";
  form.photo_id = {"photo"};
  form.entry_option_id = {"full"};
  form.collection = Collection::onsite;
  return form;
}

std::vector<std::string> wrong(const AttendeeForm& form, const FormFacts& against = facts()) {
  std::vector<std::string> fields;
  for (auto& error : wrong_fields(tidied(form), against)) fields.push_back(error.field);
  return fields;
}

TEST(AttendeeFormTest, ADocumentTellsBirthdayAndGender) {
  auto form = tidied(complete());
  EXPECT_EQ(form.document_number, "11010519491231002X");
  EXPECT_EQ(form.birth_on->text, "1949-12-31");
  EXPECT_EQ(form.gender, Gender::female);
  EXPECT_EQ(form.nationality_code, "CN");
  EXPECT_THAT(wrong(complete()), IsEmpty());
}

TEST(AttendeeFormTest, EveryMissingFieldIsNamedAtOnce) {
  EXPECT_THAT(wrong({}), ElementsAre("region_type", "name_zh", "photo_id", "document_type", "document_number",
                                     "gender", "birth_on", "nationality_code", "mobile", "position",
                                     "position_category_code", "entry_option_id", "collection"));
}

TEST(AttendeeFormTest, WhatTheDocumentSaysIsNotContradicted) {
  auto form = complete();
  form.gender = Gender::male;
  EXPECT_THAT(wrong(form), ElementsAre("gender"));
  form = complete();
  form.document_number = "110105194912310021";
  EXPECT_THAT(wrong(form), ElementsAre("document_number"));
}

TEST(AttendeeFormTest, PeopleOfARegionHaveItsDocuments) {
  auto form = complete();
  form.region_type = RegionType::foreign;
  form.name_en = "Anna Berg";
  form.nationality_code = "DE";
  EXPECT_THAT(wrong(form), ElementsAre("document_type"));
  form.document_type = DocumentType::passport;
  form.document_number = "C01X0006H";
  form.gender = Gender::female;
  form.birth_on = {"1980-02-29"};
  EXPECT_THAT(wrong(form), IsEmpty());
  form.birth_on = {"2026-01-01"};
  EXPECT_THAT(wrong(form), ElementsAre("birth_on"));
}

TEST(AttendeeFormTest, PeopleAreReachableTheirWay) {
  auto overseas = facts();
  overseas.is_domestic = false;
  auto form = complete();
  form.mobile = "";
  EXPECT_THAT(wrong(form), ElementsAre("mobile"));
  EXPECT_THAT(wrong(form, overseas), ElementsAre("email"));
  form.email = "anna@nordwind.example";
  EXPECT_THAT(wrong(form, overseas), IsEmpty());
}

TEST(AttendeeFormTest, ACourierNeedsAnAddressOfTheOrganizationWithinTheMainland) {
  auto form = complete();
  form.collection = Collection::courier;
  EXPECT_THAT(wrong(form), ElementsAre("courier_address_id"));
  form.courier_address_id = {"of somebody else"};
  EXPECT_THAT(wrong(form), ElementsAre("courier_address_id"));
  form.courier_address_id = {"office"};
  EXPECT_THAT(wrong(form), IsEmpty());
  auto overseas = facts();
  overseas.is_domestic = false;
  form.email = "a@b.example";
  EXPECT_THAT(wrong(form, overseas), ElementsAre("collection"));
}

TEST(AttendeeFormTest, ADraftMayBeWrongButNotEndlessNorNameWhatIsNotThere) {
  auto of_draft = [](const AttendeeForm& form) {
    std::vector<std::string> fields;
    for (auto& error : wrong_fields_of_draft(form, facts())) fields.push_back(error.field);
    return fields;
  };
  AttendeeForm form;
  EXPECT_THAT(of_draft(form), IsEmpty());
  form.name_zh = std::string(41, 'x');
  form.entry_option_id = {"nowhere"};
  form.courier_address_id = {"nowhere"};
  EXPECT_THAT(of_draft(form), ElementsAre("name_zh", "entry_option_id", "courier_address_id"));
}

}  // namespace
}  // namespace expogate::attendee
