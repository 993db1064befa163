#pragma once
#include "attendee/attendee.h"
#include "platform/crypto/field_cipher.h"

/// What is asked of whom.
namespace expogate::attendee {

/// As the document prints it: passports have names in Latin letters.
const std::string& name_on_document(const Profile& profile);

IdentityClaim claim_of(const Attendee& attendee, const FieldCipher& cipher);

/// An answer about one is an answer about the other.
bool is_same_claim(const Attendee& one, const Attendee& other);

/// It is submitted or was approved, and nobody has answered for good.
bool is_worth_asking(const Attendee& attendee);

/// Why somebody's check is not waived; nothing when it is.
const ErrorCode* waiver_refusal(AttendeeState state, IdentityState identity);

}  // namespace expogate::attendee
