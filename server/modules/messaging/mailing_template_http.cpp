#include "base/permission.h"
#include "messaging/messaging_http.h"
#include "platform/wire/page_query.h"

namespace expogate::messaging {

struct MailingTemplateRequest {
  wire::Text<1, 60> title_zh, title_en;
  wire::Text<1, 120> subject_zh, subject_en;
  wire::Text<1, 5000> body_zh, body_en;
};
BOOST_DESCRIBE_STRUCT(MailingTemplateRequest, (),
                      (title_zh, title_en, subject_zh, subject_en, body_zh, body_en))

namespace {

MailingTemplate wanted(const MailingTemplateRequest& r, MailingTemplateId id = {}) {
  return {std::move(id), r.title_zh, r.title_en, r.subject_zh, r.subject_en, r.body_zh, r.body_en, {}};
}

}  // namespace

void add_mailing_template_routes(wire::Router& router, MailingTemplateService& templates) {
  router.get("/mailing_templates", "mailing_template_list")
      .allow(Permission::send_mailings)
      .summary("Texts to begin a mailing with, in both languages")
      .handle([&](const Caller&) { return wire::list_view(templates.list()); });

  router.get("/admin/mailing_templates", "mailing_template_admin_list")
      .allow(Permission::edit_mailing_templates)
      .summary("The same for those who keep them")
      .handle([&](const Caller&) { return wire::list_view(templates.list()); });

  router.post("/admin/mailing_templates", "mailing_template_create")
      .allow(Permission::edit_mailing_templates)
      .idempotent()
      .outside_editions()
      .summary("Adds a text that every group can begin a mailing with")
      .handle([&](const Caller& caller, const MailingTemplateRequest& r) {
        return templates.add(caller, wanted(r));
      });

  router.put("/admin/mailing_templates/{id}", "mailing_template_change")
      .allow(Permission::edit_mailing_templates)
      .outside_editions()
      .summary("Changes a text; mails that were written keep theirs")
      .handle([&](const Caller& caller, MailingTemplateId id, const MailingTemplateRequest& r,
                  wire::IfMatch match) { return templates.change(caller, wanted(r, id), match.version); });

  router.remove("/admin/mailing_templates/{id}", "mailing_template_remove")
      .allow(Permission::edit_mailing_templates)
      .outside_editions()
      .summary("Removes a text")
      .handle([&](const Caller& caller, MailingTemplateId id, wire::IfMatch match) {
        templates.remove(caller, id, match.version);
      });
}

}  // namespace expogate::messaging
