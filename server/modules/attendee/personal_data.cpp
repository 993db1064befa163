#include "attendee/personal_data.h"

#include "base/sensitive.h"
#include "platform/crypto/blind_index.h"

namespace expogate::attendee {
namespace {

std::string context(std::string_view column, const Attendee& attendee) {
  return "attendees." + std::string(column) + "|" + attendee.id.text;
}

std::optional<std::string> sealed(const FieldCipher& cipher, std::string_view column, const Attendee& a,
                                  const std::string& value) {
  if (value.empty()) return std::nullopt;
  return cipher.seal(value, context(column, a));
}

std::string opened(const FieldCipher& cipher, std::string_view column, const Attendee& a,
                   const std::optional<std::string>& value) {
  return value ? cipher.open(*value, context(column, a)) : "";
}

}  // namespace

std::string document_index(const FieldCipher& cipher, DocumentType type, std::string_view normalized) {
  return blind_index(cipher.ring(), "document", std::string(enum_name(type)) + "|" + std::string(normalized));
}

std::string issuing_country(const std::optional<DocumentType>& type, const std::string& nationality) {
  return type == DocumentType::passport ? nationality : "";
}

std::string mobile_index(const FieldCipher& cipher, std::string_view mobile) {
  return blind_index(cipher.ring(), "mobile", mobile);
}

void seal(Attendee& a, const PersonalData& person, const FieldCipher& cipher) {
  a.document_sealed = sealed(cipher, "document", a, person.document_number);
  a.document_index.reset();
  if (a.document_type && !person.document_number.empty())
    a.document_index = document_index(cipher, *a.document_type, person.document_number);
  a.document_masked = person.document_number.empty() ? "" : mask_document(person.document_number);
  a.birth_sealed = sealed(cipher, "birth", a, person.birth_on ? person.birth_on->text : "");
  a.mobile_sealed = sealed(cipher, "mobile", a, person.mobile);
  a.mobile_index.reset();
  if (!person.mobile.empty()) a.mobile_index = mobile_index(cipher, person.mobile);
  a.mobile_masked = person.mobile.empty() ? "" : mask_mobile(person.mobile);
  a.email_sealed = sealed(cipher, "email", a, person.email);
  a.email_masked = person.email.empty() ? "" : mask_email(person.email);
}

PersonalData open_personal_data(const Attendee& a, const FieldCipher& cipher) {
  PersonalData person;
  person.document_number = opened(cipher, "document", a, a.document_sealed);
  person.mobile = opened(cipher, "mobile", a, a.mobile_sealed);
  person.email = opened(cipher, "email", a, a.email_sealed);
  if (a.birth_sealed) person.birth_on = CivilDate{opened(cipher, "birth", a, a.birth_sealed)};
  return person;
}

}  // namespace expogate::attendee
