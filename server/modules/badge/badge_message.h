#pragma once
#include "badge/badge.h"
#include "badge/badge_link.h"
#include "messaging/message_service.h"
#include "platform/crypto/field_cipher.h"

namespace expogate::badge {

/// Tells people how far their badge is (BDG-07).
class BadgeMessages {
 public:
  BadgeMessages(const FieldCipher& cipher, messaging::MessageService& messages, const BadgeLinks& links)
      : cipher_(cipher), messages_(messages), links_(links) {}
  /// It has been made, or that of a past edition is active again.
  void tell_made(db::Tx& tx, const Badge& badge);
  /// Its holder comes to no gate with it any more; another is being made.
  void tell_replaced(db::Tx& tx, const Badge& badge);

 private:
  void tell(db::Tx& tx, const Badge& badge, const messaging::MessageTemplate& text);
  const FieldCipher& cipher_;
  messaging::MessageService& messages_;
  const BadgeLinks& links_;
};

}  // namespace expogate::badge
