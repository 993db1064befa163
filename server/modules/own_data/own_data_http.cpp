#include "own_data/own_data_http.h"

#include "base/permission.h"
#include "platform/wire/page_query.h"

namespace expogate::own_data {

struct DataRequestBody {
  RequestKind kind = RequestKind::correction;
  std::optional<attendee::AttendeeId> attendee_id;
  wire::Text<2, 1000> wish;
};
BOOST_DESCRIBE_STRUCT(DataRequestBody, (), (kind, attendee_id, wish))

struct DataRequestQuery : wire::PageQuery {
  std::optional<RequestState> state;
};
BOOST_DESCRIBE_STRUCT(DataRequestQuery, (wire::PageQuery), (state))

struct DataRequestDecision {
  bool is_granted = false;
  wire::Text<2, 500> opinion;
};
BOOST_DESCRIBE_STRUCT(DataRequestDecision, (), (is_granted, opinion))

void add_routes(wire::Router& router, OwnDataService& own_data) {
  router.get("/my/data", "my_data_get")
      .for_oneself()
      .in_lane(http::Lane::heavy)
      .summary(
          "What is stored about the own organization, its contact and its people, why and until when "
          "(RET-03)")
      .handle([&](const Caller& caller) { return own_data.get(caller); });

  router.get("/my/data/pdf", "my_data_pdf_get")
      .for_oneself()
      .in_lane(http::Lane::heavy)
      .answers_file("application/pdf")
      .summary("The same to be read on paper")
      .handle([&](const Caller& caller) {
        return wire::file_response(own_data.pdf(caller), "application/pdf", "my-data.pdf");
      });

  router.get("/my/data_requests", "my_data_request_list")
      .for_oneself()
      .summary("What the own organization asked to have corrected or erased, and the answers")
      .handle([&](const Caller& caller, const wire::PageQuery& q) {
        return wire::page_view(own_data.list_own(caller, wire::page_request(q)));
      });

  router.post("/my/data_requests", "my_data_request_create")
      .for_oneself()
      .outside_editions()
      .idempotent()
      .summary(
          "Asks for correction or erasure, of one person or of the organization; answered within 15 days")
      .handle([&](const Caller& caller, const DataRequestBody& r) {
        return own_data.file(caller, {r.kind, r.attendee_id, r.wish});
      });

  router.post("/my/data_requests/{id}/withdrawals", "my_data_request_withdraw")
      .for_oneself()
      .outside_editions()
      .idempotent()
      .summary("Takes an open request back")
      .handle([&](const Caller& caller, DataRequestId id, const wire::NoInput&) {
        return own_data.withdraw(caller, id);
      });

  router.get("/data_requests", "data_request_list")
      .allow(Permission::edit_edition)
      .summary("Requests for correction and erasure, for the bureau to decide (RET-03)")
      .handle([&](const Caller& caller, const DataRequestQuery& q) {
        return wire::page_view(own_data.list(caller, {q.state, {}, {}}, wire::page_request(q)));
      });

  router.post("/data_requests/{id}/decisions", "data_request_decide")
      .allow(Permission::edit_edition)
      .outside_editions()
      .idempotent()
      .summary("Grants or refuses a request; granted erasure is done at once and is final")
      .handle([&](const Caller& caller, DataRequestId id, const DataRequestDecision& r) {
        return own_data.decide(caller, id, r.is_granted, r.opinion);
      });
}

}  // namespace expogate::own_data
