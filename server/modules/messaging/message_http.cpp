#include "base/permission.h"
#include "messaging/messaging_http.h"
#include "platform/wire/page_query.h"

namespace expogate::messaging {

struct MessageQuery : wire::PageQuery {
  std::optional<Channel> channel;
  std::optional<DeliveryState> state;
};
BOOST_DESCRIBE_STRUCT(MessageQuery, (wire::PageQuery), (channel, state))

struct SandboxQuery : wire::PageQuery {
  std::optional<std::string> to;
};
BOOST_DESCRIBE_STRUCT(SandboxQuery, (wire::PageQuery), (to))

void add_message_routes(wire::Router& router, MessageService& messages, bool is_demo) {
  router.get("/admin/messages", "message_list")
      .allow(Permission::see_messages)
      .summary("What was sent to whom (masked), and how it went")
      .handle([&](const Caller&, const MessageQuery& query) {
        store::MessageFilter filter{query.channel, query.state, std::nullopt};
        return wire::page_view(messages.list_messages(filter, wire::page_request(query)));
      });

  router.get("/sandbox/messages", "sandbox_message_list")
      .for_everyone("exists in demo mode only, so that codes can be read without a phone")
      .summary("The sandbox outbox: every message of the demonstration, in the clear")
      .handle([&messages, is_demo](const Caller&, const SandboxQuery& query) {
        if (!is_demo) throw NotFound();
        return wire::page_view(messages.list_readable(query.to, wire::page_request(query)));
      });
}

}  // namespace expogate::messaging
