#include "group_payment/group_payment.h"

namespace expogate::group_payment {

Payer payer_of(const PayerQuestion& q) {
  using attendee::Sponsorship;
  if (q.sponsorship == Sponsorship::sponsored) return Payer::group;
  if (q.is_free) return Payer::nobody;
  // Declined is for good, and who was to pay before the switch was turned on goes on paying.
  if (q.sponsorship == Sponsorship::declined || q.state == AttendeeState::awaiting_payment)
    return Payer::person;
  if (q.state == AttendeeState::awaiting_group) return Payer::undecided;
  // What was submitted or ended is settled; only what is still being filled in asks the switch.
  bool is_open = q.state == AttendeeState::draft || q.state == AttendeeState::pending_confirmation;
  return is_open && q.is_on ? Payer::undecided : Payer::person;
}

std::optional<std::int64_t> limit_of(const GroupPayment& group,
                                     const std::optional<std::int64_t>& of_organization) {
  return of_organization ? of_organization : group.default_limit;
}

}  // namespace expogate::group_payment
