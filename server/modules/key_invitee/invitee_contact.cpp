#include "key_invitee/invitee_contact.h"

#include "base/sensitive.h"

namespace expogate::key_invitee {
namespace {

std::string mobile_context(const KeyInvitee& k) {
  return "key_invitees.contact_mobile|" + k.id.text;
}
std::string email_context(const KeyInvitee& k) {
  return "key_invitees.contact_email|" + k.id.text;
}

}  // namespace

void set_mobile(KeyInvitee& k, const FieldCipher& cipher, const std::string& mobile) {
  k.contact_mobile_sealed.reset();
  k.contact_mobile_masked.reset();
  if (mobile.empty()) return;
  k.contact_mobile_sealed = cipher.seal(mobile, mobile_context(k));
  k.contact_mobile_masked = mask_mobile(mobile);
}

void set_email(KeyInvitee& k, const FieldCipher& cipher, const std::string& email) {
  k.contact_email_sealed.reset();
  k.contact_email_masked.reset();
  if (email.empty()) return;
  k.contact_email_sealed = cipher.seal(email, email_context(k));
  k.contact_email_masked = mask_email(email);
}

std::string mobile_of(const KeyInvitee& k, const FieldCipher& cipher) {
  return k.contact_mobile_sealed ? cipher.open(*k.contact_mobile_sealed, mobile_context(k)) : "";
}

std::string email_of(const KeyInvitee& k, const FieldCipher& cipher) {
  return k.contact_email_sealed ? cipher.open(*k.contact_email_sealed, email_context(k)) : "";
}

}  // namespace expogate::key_invitee
