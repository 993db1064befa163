#include "organization/automatic_review.h"

#include <gmock/gmock.h>

#include "base/uscc.h"

namespace expogate::organization {
namespace {

using testing::ElementsAre;
using enum ReviewReason;

Evidence of(Category category, const char* authority) {
  return {Origin::domestic,
          category,
          complete_uscc(std::string(authority) + "310115", "MA1K35XY"),
          LicenceMatch::agrees,
          false,
          false,
          {}};
}

TEST(AutomaticReviewTest, AnEnterpriseWhoseLicenceSaysWhatWasTypedIsApproved) {
  auto decision = decide(of(Category::enterprise, "91"));
  EXPECT_TRUE(decision.is_approved);
  EXPECT_THAT(decision.reasons, ElementsAre(licence_matches));
  EXPECT_TRUE(decide(of(Category::institution, "12")).is_approved);
}

TEST(AutomaticReviewTest, GovernmentAndSocialOrganizationsGoToPeople) {
  EXPECT_THAT(decide(of(Category::government, "11")).reasons, ElementsAre(category_for_people));
  EXPECT_THAT(decide(of(Category::social, "51")).reasons, ElementsAre(category_for_people));
}

TEST(AutomaticReviewTest, ACodeOfAnotherKindOfOrganizationGoesToPeople) {
  EXPECT_THAT(decide(of(Category::enterprise, "12")).reasons, ElementsAre(category_mismatch));
}

TEST(AutomaticReviewTest, AGenuineEarlyCodeWithAnOddCheckDigitGoesToPeople) {
  auto evidence = of(Category::enterprise, "91");
  evidence.uscc = "91350100M0001TGQXM";
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(check_digit_odd));
}

TEST(AutomaticReviewTest, EveryDoubtOfThePictureGoesToPeopleAndSaysWhich) {
  auto reason_of = [](std::optional<LicenceMatch> match) {
    auto evidence = of(Category::enterprise, "91");
    evidence.licence = match;
    auto decision = decide(evidence);
    EXPECT_FALSE(decision.is_approved);
    return decision.reasons;
  };
  EXPECT_THAT(reason_of(std::nullopt), ElementsAre(licence_unreadable));
  EXPECT_THAT(reason_of(LicenceMatch::code_not_read), ElementsAre(code_not_read));
  EXPECT_THAT(reason_of(LicenceMatch::code_differs), ElementsAre(code_differs));
  EXPECT_THAT(reason_of(LicenceMatch::name_differs), ElementsAre(name_differs));
}

TEST(AutomaticReviewTest, WhoWasApprovedBeforeNeedsNoReadablePictureButNoContradictingOne) {
  auto evidence = of(Category::enterprise, "91");
  evidence.was_approved_before = true;
  evidence.licence = std::nullopt;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(approved_in_past_edition));
  evidence.licence = LicenceMatch::name_differs;
  EXPECT_TRUE(decide(evidence).is_approved);
  evidence.licence = LicenceMatch::code_differs;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(code_differs));
}

TEST(AutomaticReviewTest, APictureThatCameWithAnotherCodeGoesToPeople) {
  auto evidence = of(Category::enterprise, "91");
  evidence.is_picture_of_another = true;
  evidence.was_approved_before = true;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(picture_of_another));
}

TEST(AutomaticReviewTest, OverseasPapersAreForPeople) {
  Evidence evidence;
  evidence.origin = Origin::overseas;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(overseas));
}

TEST(AutomaticReviewTest, ARegisterObjectsToWhatThePictureSays) {
  auto evidence = of(Category::enterprise, "91");
  evidence.registry = RegistryStanding::ceased;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(registry_ceased));
  evidence.registry = RegistryStanding::unknown;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(registry_unknown));
  evidence.registry = RegistryStanding::name_differs;
  EXPECT_FALSE(decide(evidence).is_approved);
  evidence.was_approved_before = true;
  EXPECT_FALSE(decide(evidence).is_approved);
  evidence.registry = RegistryStanding::confirms;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(licence_matches));
}

TEST(AutomaticReviewTest, ARegisterConfirmsANameButNeverACodeThatWasNotRead) {
  auto evidence = of(Category::enterprise, "91");
  evidence.registry = RegistryStanding::confirms;
  evidence.licence = LicenceMatch::name_differs;
  EXPECT_THAT(decide(evidence).reasons, ElementsAre(registry_confirms));
  for (auto doubt : {LicenceMatch::code_not_read, LicenceMatch::code_differs}) {
    evidence.licence = doubt;
    EXPECT_FALSE(decide(evidence).is_approved);
  }
  evidence.licence = std::nullopt;
  EXPECT_FALSE(decide(evidence).is_approved);
}

TEST(AutomaticReviewTest, NoRegisterIsAskedWherePeopleDecideAnyway) {
  EXPECT_TRUE(is_worth_asking(of(Category::enterprise, "91")));
  EXPECT_FALSE(is_worth_asking(of(Category::government, "11")));
}

TEST(RegistryAnswerTest, SpellingDoesNotMatterButStandingDoes) {
  EXPECT_EQ(standing_of({true, true, "上海浦江（集团）有限公司"}, "上海浦江(集团)有限公司"),
            RegistryStanding::confirms);
  EXPECT_EQ(standing_of({true, true, "上海浦东有限公司"}, "上海浦江有限公司"),
            RegistryStanding::name_differs);
  EXPECT_EQ(standing_of({true, false, "上海浦江有限公司"}, "上海浦江有限公司"), RegistryStanding::ceased);
  EXPECT_EQ(standing_of({}, "上海浦江有限公司"), RegistryStanding::unknown);
}

}  // namespace
}  // namespace expogate::organization
