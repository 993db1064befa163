#include "attendee/attendee_http.h"
#include "platform/wire/page_query.h"

namespace expogate::attendee {

struct PastAttendeeQuery : wire::PageQuery, PastAttendeeFilter {};
BOOST_DESCRIBE_STRUCT(PastAttendeeQuery, (wire::PageQuery, PastAttendeeFilter), ())

struct TakeOverRequest {
  TakeOver how = TakeOver::apply;
};
BOOST_DESCRIBE_STRUCT(TakeOverRequest, (), (how))

struct TakeOverBatchRequest {
  std::vector<AttendeeId> attendees;
  TakeOver how = TakeOver::apply;
};
BOOST_DESCRIBE_STRUCT(TakeOverBatchRequest, (), (attendees, how))

void add_past_attendee_routes(wire::Router& router, PastAttendeeService& past,
                              AttendeeOfficeService& office) {
  router.get("/my/past_attendees", "my_past_attendee_list")
      .for_oneself()
      .summary("Attendees of my organization in previous editions (往届专业观众人员)")
      .handle([&](const Caller& caller, const PastAttendeeQuery& q) {
        return wire::page_view(past.list(caller, q, wire::page_request(q)));
      });

  router.post("/my/past_attendees/{id}/take_overs", "my_past_attendee_take_over")
      .for_oneself()
      .idempotent()
      .summary(
          "Takes over a previous attendee: as a new draft application (重新申办) or with the previous badge "
          "(证件复用)")
      .handle([&](const Caller& caller, AttendeeId id, const TakeOverRequest& r) {
        return office.get_own_detail(caller, past.take_over(caller, id, r.how).id);
      });

  router.post("/my/past_attendee_take_overs", "my_past_attendee_take_over_batch")
      .for_oneself()
      .idempotent()
      .summary("Takes over several previous attendees; returns a result for each row")
      .handle([&](const Caller& caller, const TakeOverBatchRequest& r) {
        return wire::list_view(past.take_over(caller, r.attendees, r.how));
      });
}

}  // namespace expogate::attendee
