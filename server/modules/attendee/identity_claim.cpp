#include "attendee/identity_claim.h"

#include "attendee/personal_data.h"

namespace expogate::attendee {

const std::string& name_on_document(const Profile& p) {
  bool is_latin = p.document_type == DocumentType::passport ||
                  p.document_type == DocumentType::foreign_permanent_residence;
  return name_of(p, is_latin ? Locale::en : Locale::zh_cn);
}

IdentityClaim claim_of(const Attendee& a, const FieldCipher& cipher) {
  return {name_on_document(a), a.document_type.value_or(DocumentType::resident_id),
          open_personal_data(a, cipher).document_number};
}

bool is_same_claim(const Attendee& one, const Attendee& other) {
  return one.name_zh == other.name_zh && one.name_en == other.name_en &&
         one.document_type == other.document_type && one.document_index == other.document_index;
}

bool is_worth_asking(const Attendee& a) {
  bool is_submitted = a.state == AttendeeState::awaiting_review || a.state == AttendeeState::approved;
  return is_submitted && a.document_index && next_state(a.identity_state, IdentityAction::match);
}

const ErrorCode* waiver_refusal(AttendeeState state, IdentityState identity) {
  if (state == AttendeeState::voided || state == AttendeeState::rejected) return &identity_waiver_ended;
  if (identity == IdentityState::waived) return &identity_waived_already;
  return identity == IdentityState::matched ? &identity_matched : nullptr;
}

}  // namespace expogate::attendee
