#include "base/identity_document.h"

#include <gtest/gtest.h>

namespace expogate {
namespace {

using enum DocumentType;
const CivilDate today{"2025-10-10"};

bool is_valid(DocumentType type, std::string_view number) {
  return is_document_number(type, normalized_document(number), today);
}

TEST(IdentityDocumentTest, ResidentCardsNeedTheirCheckCharacterAndARealBirthday) {
  EXPECT_TRUE(is_valid(resident_id, "11010519491231002X"));
  EXPECT_TRUE(is_valid(resident_id, "440524188001010014") == false);  // born before anybody who lives
  EXPECT_TRUE(is_valid(resident_id, "１１０１０５ 19491231-002x"));
  EXPECT_FALSE(is_valid(resident_id, "110105194912310021"));
  EXPECT_FALSE(is_valid(resident_id, "110105491231002"));  // 15 digits are no longer a document
  std::string never = "11010519490231002";
  EXPECT_FALSE(is_valid(resident_id, never + resident_id_check(never)));
  std::string unborn = "11010520491231002";
  EXPECT_FALSE(is_valid(resident_id, unborn + resident_id_check(unborn)));
}

TEST(IdentityDocumentTest, ResidentCardsTellBirthdayAndGender) {
  EXPECT_EQ(birth_date_in(resident_id, "11010519491231002X")->text, "1949-12-31");
  EXPECT_EQ(gender_in(resident_id, "11010519491231002X"), Gender::female);
  EXPECT_EQ(gender_in(resident_id, "110105194912310013"), Gender::male);
  EXPECT_EQ(gender_in(passport, "E12345678"), std::nullopt);
}

TEST(IdentityDocumentTest, ResidencePermitsBeginWithTheirRegion) {
  EXPECT_TRUE(is_valid(hk_mo_tw_residence, "810000199408230021"));
  EXPECT_TRUE(is_valid(hk_mo_tw_residence, "830000199201300022"));
  EXPECT_FALSE(is_valid(hk_mo_tw_residence, "11010519491231002X"));
}

TEST(IdentityDocumentTest, TravelPermits) {
  EXPECT_TRUE(is_valid(hk_mo_permit, "H12345678"));
  EXPECT_TRUE(is_valid(hk_mo_permit, "m1234567801"));
  EXPECT_TRUE(is_valid(hk_mo_permit, "HA1234567"));
  EXPECT_FALSE(is_valid(hk_mo_permit, "HA12345678"));
  EXPECT_FALSE(is_valid(hk_mo_permit, "T12345678"));
  EXPECT_TRUE(is_valid(taiwan_permit, "12345678"));
  EXPECT_TRUE(is_valid(taiwan_permit, "1234567890(B)"));
  EXPECT_FALSE(is_valid(taiwan_permit, "1234567"));
}

TEST(IdentityDocumentTest, PermanentResidentsOfBothForms) {
  EXPECT_TRUE(is_valid(foreign_permanent_residence, "932682198501010017"));
  EXPECT_TRUE(is_valid(foreign_permanent_residence, "KAZ110090123105"));
  EXPECT_FALSE(is_valid(foreign_permanent_residence, "KAZ110090123104"));
  EXPECT_FALSE(is_valid(foreign_permanent_residence, "11010519491231002X"));
}

TEST(IdentityDocumentTest, PassportsAreNotJudgedMoreStrictlyThanTheyAreMade) {
  EXPECT_TRUE(is_valid(passport, "EJ1234567"));
  EXPECT_TRUE(is_valid(passport, "c01x 0006h"));
  EXPECT_FALSE(is_valid(passport, "C01"));
  EXPECT_FALSE(is_valid(passport, "护照12345"));
}

}  // namespace
}  // namespace expogate
