#pragma once
#include "attendee/attendee.h"
#include "platform/crypto/field_cipher.h"

/// What is kept sealed of a person, and how it is found again (ACC-07).
namespace expogate::attendee {

struct PersonalData {
  std::string document_number, mobile, email;
  std::optional<CivilDate> birth_on;
};
BOOST_DESCRIBE_STRUCT(PersonalData, (), (document_number, mobile, email, birth_on))

/// Writes it into the attendee, whose id and document type are set already.
void seal(Attendee& attendee, const PersonalData& person, const FieldCipher& cipher);
PersonalData open_personal_data(const Attendee& attendee, const FieldCipher& cipher);

/// What one document and edition are kept unique by (ATT-03), and what people are found by.
std::string document_index(const FieldCipher& cipher, DocumentType type, std::string_view normalized);
/// Passports are numbered by their countries, so the country belongs to what is unique; empty of all other
/// documents.
std::string issuing_country(const std::optional<DocumentType>& type, const std::string& nationality);
std::string mobile_index(const FieldCipher& cipher, std::string_view mobile);

}  // namespace expogate::attendee
