#include "base/permission.h"
#include "payment/payment_http.h"
#include "platform/wire/page_query.h"

namespace expogate::payment {

struct StatementLineQuery : wire::PageQuery, StatementFilter {};
BOOST_DESCRIBE_STRUCT(StatementLineQuery, (wire::PageQuery, StatementFilter), ())

struct StatementMatchRequest {
  wire::Text<1, 40> order_number;
};
BOOST_DESCRIBE_STRUCT(StatementMatchRequest, (), (order_number))

struct StatementLayoutRequest {
  std::vector<std::string> headings;
  StatementLayout layout;
};
BOOST_DESCRIBE_STRUCT(StatementLayoutRequest, (), (headings, layout))

namespace {

constexpr std::size_t largest_statement = 2'000'000;

}  // namespace

void add_statement_routes(wire::Router& router, StatementService& statements) {
  router.post("/statement_checks", "statement_check")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .in_lane(http::Lane::heavy)
      .with_body_limit(largest_statement)
      .takes("text/csv")
      .summary("Previews the import of this bank statement (CSV); changes nothing")
      .handle([&](const Caller& caller, wire::RawBody csv) { return statements.check(caller, csv.bytes); });

  router.post("/statement_imports", "statement_import")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .idempotent()
      .in_lane(http::Lane::heavy)
      .with_body_limit(largest_statement)
      .takes("text/csv")
      .summary("Imports a bank statement (CSV); lines with a reference and its amount pay their orders")
      .handle([&](const Caller& caller, wire::RawBody csv) { return statements.import(caller, csv.bytes); });

  router.post("/statement_layouts", "statement_layout_write")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .answers<void>()
      .summary("Remembers what a bank calls the columns of its statements")
      .handle([&](const Caller& caller, const StatementLayoutRequest& r) {
        statements.write_layout(caller, r.headings, r.layout);
        return http::Response(204);
      });

  router.get("/statement_lines", "statement_line_list")
      .allow(Permission::see_money)
      .summary("Lines of the bank's statements")
      .handle([&](const Caller&, const StatementLineQuery& q) {
        return wire::page_view(statements.list(q, wire::page_request(q)));
      });

  router.get("/statement_lines/{id}/proposals", "statement_proposal_list")
      .allow(Permission::see_money)
      .summary("Orders that this line may pay, the likeliest first")
      .handle([&](const Caller& caller, StatementLineId id) {
        return wire::list_view(statements.propose(caller, id));
      });

  router.post("/statement_lines/{id}/matches", "statement_line_match")
      .allow(Permission::confirm_transfers)
      .also_in_past_editions()
      .idempotent()
      .answers<void>()
      .summary("This line pays that order; money of another amount, or for a closed order, goes back")
      .handle([&](const Caller& caller, StatementLineId id, const StatementMatchRequest& r) {
        statements.match(caller, id, r.order_number);
        return http::Response(204);
      });
}

}  // namespace expogate::payment
