#pragma once
#include <map>

#include "attendee/attendee_service.h"
#include "group_payment/group_payment_store.h"
#include "messaging/message_service.h"
#include "platform/db/database.h"

namespace expogate::group_payment {

/// The group's decision on people who wait for it (GPY-02, GPY-04).
class SponsorshipService {
 public:
  SponsorshipService(db::Database& database, const FieldCipher& cipher, attendee::AttendeeService& attendees,
                     messaging::MessageService& messages)
      : database_(database), cipher_(cipher), attendees_(attendees), messages_(messages) {}

  /// 确认代付: each person in a transaction of its own. Where an organization's limit would be passed nothing
  /// is done and the question is asked (409), unless it has been answered.
  std::vector<wire::BatchOutcome> sponsor(const Caller& group, const std::vector<AttendeeId>& ids,
                                          bool is_confirmed);
  /// 取消代付, for good.
  std::vector<wire::BatchOutcome> decline(const Caller& group, const std::vector<AttendeeId>& ids);

  /// Of one person, who must wait for the caller's group.
  void sponsor_one(db::Tx& tx, const Caller& group, const attendee::Attendee& attendee, bool is_confirmed);
  void decline_one(db::Tx& tx, const Caller& group, const attendee::Attendee& attendee);

 private:
  void ask_over_limit(const Caller& group, const std::vector<attendee::Attendee>& people);
  template <class Decide>
  std::vector<wire::BatchOutcome> each(const Caller& group, const std::vector<AttendeeId>& ids,
                                       const messaging::MessageTemplate& text, Decide&& decide);
  /// One message to each organization about all of its people that were decided on.
  void tell(db::Tx& tx, const std::map<OrganizationId, int>& counts, const messaging::MessageTemplate& text);
  db::Database& database_;
  const FieldCipher& cipher_;
  attendee::AttendeeService& attendees_;
  messaging::MessageService& messages_;
};

}  // namespace expogate::group_payment
