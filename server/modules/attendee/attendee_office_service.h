#pragma once
#include "attendee/attendee_service.h"
#include "attendee/attendee_view.h"
#include "attendee/photo_service.h"

namespace expogate::attendee {

/// People as offices look at them: lists, details, photos, what is masked.
class AttendeeOfficeService {
 public:
  AttendeeOfficeService(db::Database& database, const Clock& clock, const FieldCipher& cipher,
                        edition::EditionService& editions, AttendeeService& attendees, PhotoService& photos)
      : database_(database),
        clock_(clock),
        cipher_(cipher),
        editions_(editions),
        attendees_(attendees),
        photos_(photos) {}

  Page<AttendeeRow> list(const Caller& caller, const AttendeeFilter& filter, const PageRequest& page);
  AttendeeDetail get_detail(const Caller& caller, const AttendeeId& id);
  /// The same for the person's own organization.
  AttendeeDetail get_own_detail(const Caller& caller, const AttendeeId& id);
  std::string get_photo(const Caller& caller, const AttendeeId& id);
  /// One person's data in the clear, with the reason, in the audit log (ACC-07).
  PersonalData unmask(const Caller& caller, const AttendeeId& id, const std::string& reason);

 private:
  db::Database& database_;
  const Clock& clock_;
  const FieldCipher& cipher_;
  edition::EditionService& editions_;
  AttendeeService& attendees_;
  PhotoService& photos_;
};

}  // namespace expogate::attendee
