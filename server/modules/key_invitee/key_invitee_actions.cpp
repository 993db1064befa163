#include "base/permission.h"
#include "key_invitee/key_invitee_list.h"

namespace expogate::key_invitee {
namespace {

const ErrorCode* why_not_state(const KeyInviteeRow& row, InviteeAction action) {
  if (next_state(row.state, action)) return nullptr;
  return row.state == InviteeState::withdrawn ? &invitee_withdrawn : &invitee_set_aside;
}

const ErrorCode* why_not_invite(const KeyInviteeRow& row, Instant now) {
  if (row.registration == InviteeRegistration::here) return &registered_here;
  if (row.registration == InviteeRegistration::elsewhere) return &registered_elsewhere;
  if (!row.contact_mobile_masked && !row.contact_email_masked) return &address_missing;
  return paused_until(row.invited_at, now) ? &invited_lately : nullptr;
}

}  // namespace

std::vector<AllowedAction> allowed_actions(const Caller& caller, const KeyInviteeRow& row, Instant now) {
  std::vector<AllowedAction> actions;
  auto add = [&](const char* name, Permission permission, std::initializer_list<const ErrorCode*> reasons) {
    const ErrorCode* why_not = caller.may(permission) ? nullptr : &permission_denied;
    for (auto* reason : reasons)
      if (!why_not) why_not = reason;
    Details details;
    if (auto until = paused_until(row.invited_at, now)) details.emplace("until", fair_text(*until));
    auto words = why_not ? std::optional(message_of(*why_not, caller.locale, details)) : std::nullopt;
    actions.push_back({name, !why_not, words});
  };
  auto theirs = [&](InviteeAction action) { return why_not_theirs(caller.scope, row.source, action); };
  auto state = [&](InviteeAction action) { return why_not_state(row, action); };
  using enum InviteeAction;
  add("change", Permission::edit_key_invitees, {theirs(change), state(change)});
  add("invite", Permission::send_key_invitations, {theirs(invite), state(invite), why_not_invite(row, now)});
  add("set_aside", Permission::send_key_invitations,
      {theirs(InviteeAction::set_aside), state(InviteeAction::set_aside)});
  add("withdraw", Permission::edit_key_invitees, {theirs(withdraw), state(withdraw)});
  add("unmask", Permission::unmask_contacts, {});
  return actions;
}

}  // namespace expogate::key_invitee
