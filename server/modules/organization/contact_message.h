#pragma once
#include "messaging/message_service.h"
#include "organization/organization.h"
#include "platform/crypto/field_cipher.h"

/// How an organization's contact is kept and told: domestic ones by SMS, overseas ones by e-mail (MSG-00).
namespace expogate::organization {

void set_mobile(Organization& organization, const FieldCipher& cipher, const std::string& mobile);
void set_email(Organization& organization, const FieldCipher& cipher, const std::string& email);
/// Empty when none is known.
std::string mobile_of(const Organization& organization, const FieldCipher& cipher);
std::string email_of(const Organization& organization, const FieldCipher& cipher);

/// Where this organization is told; nothing when it has left no address.
std::optional<messaging::OutgoingMessage> message_to(const Organization& organization,
                                                     const FieldCipher& cipher);

}  // namespace expogate::organization
