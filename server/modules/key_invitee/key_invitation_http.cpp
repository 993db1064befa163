#include "base/permission.h"
#include "key_invitee/key_invitee_http.h"
#include "platform/wire/page_query.h"

namespace expogate::key_invitee {

struct KeyInvitationRequest {
  std::vector<KeyInviteeId> invitees;
  std::vector<messaging::Channel> channels;
};
BOOST_DESCRIBE_STRUCT(KeyInvitationRequest, (), (invitees, channels))

struct KeyInvitationToken {
  wire::Text<1, 100> token;
};
BOOST_DESCRIBE_STRUCT(KeyInvitationToken, (), (token))

void add_key_invitation_routes(wire::Router& router, KeyInvitationService& invitations,
                               InvitationLinks& links) {
  router.post("/key_invitations", "key_invitation_send")
      .allow(Permission::send_key_invitations)
      .idempotent()
      .summary("Invites by e-mail and SMS with a link (发送邀请); returns a result for each row")
      .handle([&](const Caller& caller, const KeyInvitationRequest& r) {
        return wire::list_view(invitations.send(caller, r.invitees, r.channels));
      });

  router.post("/key_invitation_previews", "key_invitation_open")
      .for_everyone("whoever has the link that was sent shows it here")
      .summary("What the link of an invitation fills in at registration")
      .handle([&](const Caller& caller, const KeyInvitationToken& r) { return links.open(caller, r.token); });
}

}  // namespace expogate::key_invitee
