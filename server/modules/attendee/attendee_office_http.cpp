#include "attendee/attendee_http.h"
#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct AttendeeQuery : wire::PageQuery, AttendeeFilter {};
BOOST_DESCRIBE_STRUCT(AttendeeQuery, (wire::PageQuery, AttendeeFilter), ())

struct AttendeeUnmaskRequest {
  wire::Text<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(AttendeeUnmaskRequest, (), (reason))

void add_attendee_routes(wire::Router& router, AttendeeOfficeService& office) {
  router.get("/attendees", "attendee_list")
      .allow(Permission::see_attendees)
      .summary("Attendees of the caller’s groups, or all attendees (人员列表)")
      .handle([&](const Caller& caller, const AttendeeQuery& q) {
        return wire::page_view(office.list(caller, q, wire::page_request(q)), [&](const AttendeeRow& row) {
          AttendeeListRow shown;
          static_cast<AttendeeRow&>(shown) = row;
          shown.allowed_actions = allowed_actions(caller, row);
          return shown;
        });
      });

  router.get("/attendees/{id}", "attendee_get")
      .allow(Permission::see_attendees)
      .summary("An attendee with full history")
      .handle([&](const Caller& caller, AttendeeId id) { return office.get_detail(caller, id); });

  router.get("/attendees/{id}/photo", "attendee_photo_get")
      .allow(Permission::see_attendees)
      .in_lane(http::Lane::heavy)
      .answers_file("image/jpeg")
      .summary("An attendee’s photo")
      .handle([&](const Caller& caller, AttendeeId id) {
        return wire::file_response(office.get_photo(caller, id), "image/jpeg", "photo.jpg");
      });

  router.post("/attendees/{id}/unmaskings", "attendee_unmask")
      .allow(Permission::unmask_attendees)
      .summary(
          "Shows an attendee’s full document number, date of birth, mobile number and e-mail address, with a "
          "reason; recorded")
      .handle([&](const Caller& caller, AttendeeId id, const AttendeeUnmaskRequest& r) {
        return office.unmask(caller, id, r.reason);
      });
}

}  // namespace expogate::attendee
