#include "base/permission.h"
#include "organization/organization_http.h"

namespace expogate::organization {

struct OneClickToken {
  wire::Text<1, 100> token;
};
BOOST_DESCRIBE_STRUCT(OneClickToken, (), (token))

struct OneClickConfirmation {
  wire::Text<1, 100> token;
  int privacy_policy_version = 0;
};
BOOST_DESCRIBE_STRUCT(OneClickConfirmation, (), (token, privacy_policy_version))

struct OneClickResult {
  std::string number, name_zh, name_en;
  OrganizationState state = OrganizationState::submitted;
};
BOOST_DESCRIBE_STRUCT(OneClickResult, (), (number, name_zh, name_en, state))

struct InvitationStarted {
  JobId job_id;
};
BOOST_DESCRIBE_STRUCT(InvitationStarted, (), (job_id))

void add_one_click_routes(wire::Router& router, OneClickService& one_click) {
  router.get("/one_click_invitations", "one_click_invitation_get")
      .allow(Permission::invite_past_organizations)
      .summary("How many past organizations can be invited, have been, and have registered")
      .handle([&](const Caller& caller) { return one_click.count(caller); });

  router.post("/one_click_invitations", "one_click_invitation_create")
      .allow(Permission::invite_past_organizations)
      .idempotent()
      .summary("Mails a personal link to every past organization that has none (一键注册)")
      .handle([&](const Caller& caller, const wire::NoInput&) {
        return InvitationStarted{one_click.invite_later(caller)};
      });

  router.post("/one_click_previews", "one_click_preview_create")
      .for_everyone("whoever has the mailed link shows it here")
      .summary("What a personal link would register")
      .handle(
          [&](const Caller& caller, const OneClickToken& r) { return one_click.preview(caller, r.token); });

  router.post("/one_click_registrations", "one_click_registration_create")
      .for_everyone("whoever has the mailed link confirms it here")
      .summary("Registers with last edition's data and submits them; the link works once")
      .handle([&](const Caller& caller, const OneClickConfirmation& r) {
        auto o = one_click.confirm(caller, r.token, r.privacy_policy_version);
        return OneClickResult{o.number, o.name_zh, o.name_en, o.state};
      });
}

}  // namespace expogate::organization
