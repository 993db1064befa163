#pragma once
#include "attendee/attendee_correction.h"
#include "attendee/attendee_message.h"
#include "attendee/attendee_service.h"
#include "attendee/photo_service.h"

namespace expogate::attendee {

/// 更正信息: the bureau puts right what stands wrong of somebody who is locked, with its reason and history.
class AttendeeCorrectionService {
 public:
  AttendeeCorrectionService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                            const Facts& facts, AttendeeService& attendees, PhotoService& photos,
                            AttendeeMessages& messages)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        facts_(facts),
        attendees_(attendees),
        photos_(photos),
        messages_(messages) {}

  void correct(const Caller& caller, const AttendeeId& id, const CorrectedPerson& person,
               const std::string& reason, std::int64_t version);
  /// A better photo of somebody who can be corrected, to be named by the correction.
  Photo upload_photo(const Caller& caller, const AttendeeId& id, std::string_view picture);

 private:
  Attendee require_correctable(db::Tx& tx, const Caller& caller, const AttendeeId& id);
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  const Facts& facts_;
  AttendeeService& attendees_;
  PhotoService& photos_;
  AttendeeMessages& messages_;
};

}  // namespace expogate::attendee
