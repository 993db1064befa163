#pragma once
#include "app/services.h"
#include "attendee/attendee_form.h"
#include "attendee/attendee_history.h"
#include "organization/organization.h"

namespace expogate::seed {

/// Writes made people into their organizations, in whatever state, with the history that leads there.
class AttendeeWriter {
 public:
  explicit AttendeeWriter(Services& services) : services_(services) {}

  attendee::AttendeeId write(db::Tx& tx, const attendee::AttendeeForm& form,
                             const organization::Organization& organization, attendee::AttendeeState state,
                             std::int64_t fee_fen, Instant added_at);

 private:
  void add_history(db::Tx& tx, const attendee::Attendee& attendee,
                   const organization::Organization& organization);
  Services& services_;
};

}  // namespace expogate::seed
