#pragma once
#include "key_invitee/invitation_links.h"
#include "key_invitee/key_invitation_service.h"
#include "key_invitee/key_invitee_service.h"
#include "key_invitee/key_invitee_sheet_service.h"
#include "platform/wire/router.h"

namespace expogate::key_invitee {

void add_key_invitee_routes(wire::Router& router, KeyInviteeService& invitees);
void add_key_invitation_routes(wire::Router& router, KeyInvitationService& invitations,
                               InvitationLinks& links);
void add_key_invitee_sheet_routes(wire::Router& router, KeyInviteeSheetService& sheets);

}  // namespace expogate::key_invitee
