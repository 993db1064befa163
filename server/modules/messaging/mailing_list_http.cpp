#include "messaging/messaging_http.h"

namespace expogate::messaging {
namespace {

/// A page for whoever comes by a mail's link: a server of the reader's may look at it first, so that only its
/// button unsubscribes. Both languages, since nobody is signed in.
http::Response page(std::string_view said, bool has_button) {
  http::Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body =
      "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>退订 · Unsubscribe</title>"
      "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
      "<link rel=\"stylesheet\" href=\"/api/docs.css\"></head><body><main><h1>退订邮件 · Unsubscribe</h1>";
  response.body += said;
  if (has_button) response.body += "<form method=\"post\"><button>退订 · Unsubscribe</button></form>";
  response.body += "</main></body></html>\n";
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

constexpr std::string_view question =
    "<p>不再接收该发件方的群发邮件？与您的注册、订单和证件有关的通知不受影响。</p>"
    "<p lang=\"en\">Stop this sender's mailings? What concerns your registration, orders and badges still "
    "comes.</p>";
constexpr std::string_view farewell =
    "<p>已退订，该发件方不会再向您群发邮件。</p>"
    "<p lang=\"en\">You are unsubscribed: this sender will not write to you again.</p>";

}  // namespace

void add_mailing_list_routes(wire::Router& router, MailingLists& lists) {
  router.get("//unsubscribe/{list}/{reader}/{proof}", "mailing_list_departure_get")
      .for_everyone("whoever got a mail of the list has the link")
      .answers_file("text/html")
      .summary("Asks a reader whether to leave a mailing list; changes nothing")
      .handle([&](const Caller&, std::string list, std::string reader, std::string proof) {
        lists.require_proof({list, reader, proof});
        return page(question, true);
      });

  router.post("//unsubscribe/{list}/{reader}/{proof}", "mailing_list_leave")
      .for_everyone("whoever got a mail of the list has the link; mail programs call it with one click")
      .outside_editions()
      .called_by_machines()
      .answers_file("text/html")
      .summary("Leaves a mailing list (RFC 8058); its mails are not sent any more")
      .handle([&](const Caller& caller, std::string list, std::string reader, std::string proof,
                  const wire::NoInput&) {
        lists.leave(caller, {list, reader, proof});
        return page(farewell, false);
      });
}

}  // namespace expogate::messaging
