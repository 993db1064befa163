#include "base/permission.h"
#include "import_export/sheet_export_view.h"
#include "messaging/mailing_view.h"
#include "organization/organization_http.h"

namespace expogate::organization {

struct OrganizationMailingRequest {
  OrganizationFilter filter;
  wire::Text<1, 200> subject;
  wire::Text<1, 5000> body;
};
BOOST_DESCRIBE_STRUCT(OrganizationMailingRequest, (), (filter, subject, body))

struct OrganizationMailingOrder : OrganizationMailingRequest {
  std::int64_t confirmed_count = 0;  ///< of the preview
};
BOOST_DESCRIBE_STRUCT(OrganizationMailingOrder, (OrganizationMailingRequest), (confirmed_count))

void add_selection_routes(wire::Router& router, OrganizationSelectionService& selections) {
  router.post("/organizations/exports", "organization_export")
      .allow(Permission::export_organizations)
      .idempotent()
      .outside_editions()
      .summary("Starts an export of the chosen or filtered organizations; the file appears among my exports")
      .handle([&](const Caller& caller, const ExportSelection& selection) {
        return import_export::view(selections.export_later(caller, selection), caller.locale);
      });

  router.post("/organizations/mailing_previews", "organization_mailing_preview")
      .allow(Permission::send_mailings)
      .outside_editions()
      .summary("Previews a bulk e-mail: number of recipients and the first e-mails")
      .handle([&](const Caller& caller, const OrganizationMailingRequest& r) {
        return selections.preview_mailing(caller, r.filter, {r.subject, r.body});
      });

  router.post("/organizations/mailings", "organization_mailing_create")
      .allow(Permission::send_mailings)
      .idempotent()
      .summary("Sends a bulk e-mail to the contacts of the selected or filtered organizations (群发邮件)")
      .handle([&](const Caller& caller, const OrganizationMailingOrder& r) {
        return messaging::view(
            selections.add_mailing(caller, r.filter, {r.subject, r.body}, r.confirmed_count));
      });
}

}  // namespace expogate::organization
