#include "base/permission.h"
#include "messaging/mailing_view.h"
#include "messaging/messaging_http.h"
#include "platform/wire/page_query.h"

namespace expogate::messaging {

struct MailingQuery : wire::PageQuery {
  std::optional<MailingState> state;
};
BOOST_DESCRIBE_STRUCT(MailingQuery, (wire::PageQuery), (state))

struct RecipientQuery : wire::PageQuery {
  std::optional<RecipientState> state;
};
BOOST_DESCRIBE_STRUCT(RecipientQuery, (wire::PageQuery), (state))

struct MailingDetail : MailingView {
  std::string body;
  std::vector<store::StateCount> counts;
  std::optional<Instant> waits_until;
};
BOOST_DESCRIBE_STRUCT(MailingDetail, (MailingView), (body, counts, waits_until))

namespace {

MailingDetail detail(const MailingStatus& status) {
  return {view(status.mailing), status.mailing.body, status.counts, status.waits_until};
}

}  // namespace

void add_mailing_routes(wire::Router& router, MailingService& mailings) {
  router.get("/mailings", "mailing_list")
      .allow(Permission::send_mailings)
      .summary("The mailings of my group; the bureau sees all")
      .handle([&](const Caller& caller, const MailingQuery& query) {
        return wire::page_view(mailings.list_mailings(caller, query.state, wire::page_request(query)), view);
      });

  router.get("/mailings/{id}", "mailing_get")
      .allow(Permission::send_mailings)
      .summary("A mailing and what became of its mails")
      .handle([&](const Caller& caller, MailingId id) { return detail(mailings.get_status(caller, id)); });

  router.get("/mailings/{id}/recipients", "mailing_recipient_list")
      .allow(Permission::send_mailings)
      .summary("Who gets a mailing, masked, and whether it was sent")
      .handle([&](const Caller& caller, MailingId id, const RecipientQuery& query) {
        return wire::page_view(mailings.list_recipients(caller, id, query.state, wire::page_request(query)));
      });

  router.post("/mailings/{id}/cancellations", "mailing_cancel")
      .allow(Permission::send_mailings)
      .outside_editions()
      .summary("Stops a mailing: what is not sent yet is never sent")
      .handle([&](const Caller& caller, MailingId id, const wire::NoInput&) {
        return detail(mailings.cancel(caller, id));
      });
}

}  // namespace expogate::messaging
