#pragma once
#include "attendee/attendee_correction.h"
#include "messaging/message_service.h"
#include "organization/organization.h"
#include "platform/crypto/field_cipher.h"

namespace expogate::attendee {

/// A message to a person, without its words: domestic people are told by SMS, overseas ones by e-mail
/// (MSG-00). Nothing when there is nowhere to send it.
std::optional<messaging::OutgoingMessage> message_to_person(const Attendee& attendee,
                                                            const organization::Organization& organization,
                                                            const FieldCipher& cipher);

/// Tells a person what was decided, and the organization's contact what is left to do (ATT-10).
class AttendeeMessages {
 public:
  AttendeeMessages(const FieldCipher& cipher, messaging::MessageService& messages)
      : cipher_(cipher), messages_(messages) {}
  void tell(db::Tx& tx, const Attendee& attendee, AttendeeState verdict, const std::string& opinion);
  /// Tells the contact, who keeps the data, what the bureau has put right.
  void tell_corrected(db::Tx& tx, const Attendee& attendee, const CorrectedFields& fields,
                      const std::string& reason);

 private:
  const FieldCipher& cipher_;
  messaging::MessageService& messages_;
};

}  // namespace expogate::attendee
