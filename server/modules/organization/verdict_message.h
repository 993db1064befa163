#pragma once
#include "messaging/message_service.h"
#include "organization/organization.h"
#include "platform/crypto/field_cipher.h"
#include "platform/db/tx.h"

namespace expogate::organization {

/// Tells an organization's contact what was decided, with the opinion (ORG-07).
class VerdictMessages {
 public:
  VerdictMessages(const FieldCipher& cipher, messaging::MessageService& messages)
      : cipher_(cipher), messages_(messages) {}
  void tell(db::Tx& tx, const Organization& organization, OrganizationState verdict,
            const std::string& opinion);

 private:
  const FieldCipher& cipher_;
  messaging::MessageService& messages_;
};

}  // namespace expogate::organization
