#pragma once
#include "key_invitee/key_invitee.h"
#include "platform/crypto/field_cipher.h"

/// How the contact of somebody who is to be invited is kept: sealed in its own row, shown masked (ACC-07).
namespace expogate::key_invitee {

void set_mobile(KeyInvitee& invitee, const FieldCipher& cipher, const std::string& mobile);
void set_email(KeyInvitee& invitee, const FieldCipher& cipher, const std::string& email);
/// Empty when none is known.
std::string mobile_of(const KeyInvitee& invitee, const FieldCipher& cipher);
std::string email_of(const KeyInvitee& invitee, const FieldCipher& cipher);

}  // namespace expogate::key_invitee
