#include "attendee/attendee_http.h"
#include "base/permission.h"
#include "messaging/mailing_view.h"

namespace expogate::attendee {

struct AttendeeMailingRequest {
  AttendeeFilter filter;
  wire::Text<1, 200> subject;
  wire::Text<1, 5000> body;
};
BOOST_DESCRIBE_STRUCT(AttendeeMailingRequest, (), (filter, subject, body))

struct AttendeeMailingOrder : AttendeeMailingRequest {
  std::int64_t confirmed_count = 0;  ///< of the preview
};
BOOST_DESCRIBE_STRUCT(AttendeeMailingOrder, (AttendeeMailingRequest), (confirmed_count))

void add_attendee_mailing_routes(wire::Router& router, AttendeeMailingService& mailings) {
  router.post("/attendees/mailing_previews", "attendee_mailing_preview")
      .allow(Permission::send_mailings)
      .outside_editions()
      .summary("Previews a bulk e-mail: number of recipients and the first e-mails")
      .handle([&](const Caller& caller, const AttendeeMailingRequest& r) {
        return mailings.preview(caller, r.filter, {r.subject, r.body});
      });

  router.post("/attendees/mailings", "attendee_mailing_create")
      .allow(Permission::send_mailings)
      .idempotent()
      .summary("Sends a bulk e-mail to the selected or filtered attendees (群发邮件)")
      .handle([&](const Caller& caller, const AttendeeMailingOrder& r) {
        return messaging::view(mailings.add(caller, r.filter, {r.subject, r.body}, r.confirmed_count));
      });
}

}  // namespace expogate::attendee
