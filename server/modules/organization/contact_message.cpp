#include "organization/contact_message.h"

#include "base/sensitive.h"

namespace expogate::organization {
namespace {

std::string mobile_context(const Organization& o) {
  return "organizations.contact_mobile|" + o.id.text;
}
std::string email_context(const Organization& o) {
  return "organizations.contact_email|" + o.id.text;
}

}  // namespace

void set_mobile(Organization& o, const FieldCipher& cipher, const std::string& mobile) {
  o.contact_mobile_sealed.reset();
  o.contact_mobile_masked.reset();
  if (mobile.empty()) return;
  o.contact_mobile_sealed = cipher.seal(mobile, mobile_context(o));
  o.contact_mobile_masked = mask_mobile(mobile);
}

void set_email(Organization& o, const FieldCipher& cipher, const std::string& email) {
  o.contact_email_sealed.reset();
  o.contact_email_masked.reset();
  if (email.empty()) return;
  o.contact_email_sealed = cipher.seal(email, email_context(o));
  o.contact_email_masked = mask_email(email);
}

std::string mobile_of(const Organization& o, const FieldCipher& cipher) {
  return o.contact_mobile_sealed ? cipher.open(*o.contact_mobile_sealed, mobile_context(o)) : "";
}

std::string email_of(const Organization& o, const FieldCipher& cipher) {
  return o.contact_email_sealed ? cipher.open(*o.contact_email_sealed, email_context(o)) : "";
}

std::optional<messaging::OutgoingMessage> message_to(const Organization& o, const FieldCipher& cipher) {
  bool is_domestic = o.origin == Origin::domestic;
  auto to = is_domestic ? mobile_of(o, cipher) : email_of(o, cipher);
  if (to.empty()) return std::nullopt;
  auto locale = is_domestic ? Locale::zh_cn : Locale::en;
  return messaging::OutgoingMessage{is_domestic ? messaging::Channel::sms : messaging::Channel::email,
                                    to,
                                    locale,
                                    {{"organization", name_of(o, locale)}, {"number", o.number}}};
}

}  // namespace expogate::organization
