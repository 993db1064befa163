#include "account/account.h"

#include <initializer_list>
#include <stdexcept>

namespace expogate::account {
namespace {

using enum Permission;

struct RoleLine {
  Role role;
  AccountKind kind;
  std::initializer_list<Permission> permissions;
};

// ACC-05, and the separation of administration, security and audit (facts 8.3): who administers cannot edit
// the log, and who audits changes nothing.
const RoleLine roles[] = {
    {Role::contact, AccountKind::contact, {}},
    {Role::attendee, AccountKind::attendee, {}},
    {Role::group_admin,
     AccountKind::group,
     {see_group_work,     manage_sub_accounts, send_mailings,     see_organizations,    review_organizations,
      edit_organizations, move_organizations,  unmask_contacts,   export_organizations, see_attendees,
      export_attendees,   void_attendees,      upgrade_attendees, waive_identity,       see_sponsored,
      pay_for_attendees,  see_quotas,          give_quotas,       see_statistics,       see_key_invitees,
      edit_key_invitees,  send_key_invitations}},
    {Role::group_operator,
     AccountKind::group,
     {see_group_work,      send_mailings,     see_organizations,    review_organizations, edit_organizations,
      move_organizations,  unmask_contacts,   export_organizations, see_attendees,        export_attendees,
      void_attendees,      upgrade_attendees, waive_identity,       see_sponsored,        pay_for_attendees,
      see_quotas,          give_quotas,       see_statistics,       see_key_invitees,     edit_key_invitees,
      send_key_invitations}},
    {Role::group_viewer,
     AccountKind::group,
     {see_group_work, see_organizations, see_attendees, see_sponsored, see_quotas, see_statistics,
      see_key_invitees}},
    {Role::bureau_admin,
     AccountKind::bureau,
     {see_bureau_work,
      edit_edition,
      edit_catalogues,
      manage_trading_groups,
      see_accounts,
      manage_accounts,
      manage_sub_accounts,
      unmask_personal_data,
      edit_notices,
      see_audit,
      see_jobs,
      retry_jobs,
      see_messages,
      edit_mailing_templates,
      send_mailings,
      see_organizations,
      review_organizations,
      edit_organizations,
      move_organizations,
      lift_rejections,
      unmask_contacts,
      export_organizations,
      export_attendees,
      decide_claims,
      invite_past_organizations,
      see_attendees,
      review_attendees,
      void_attendees,
      waive_identity,
      unmask_attendees,
      edit_articles,
      see_money,
      confirm_transfers,
      decide_refunds,
      see_badges,
      make_badges,
      hand_over_badges,
      see_entries,
      see_quotas,
      give_quotas,
      see_sponsored,
      permit_group_payment,
      see_key_invitees,
      edit_key_invitees,
      see_statistics}},
    {Role::bureau_reviewer,
     AccountKind::bureau,
     {see_bureau_work, send_mailings, see_organizations, review_organizations, move_organizations,
      lift_rejections, unmask_contacts, export_organizations, decide_claims, see_attendees, export_attendees,
      review_attendees, void_attendees, waive_identity, unmask_attendees, see_badges, see_key_invitees,
      see_statistics}},
    {Role::bureau_finance,
     AccountKind::bureau,
     {see_bureau_work, see_money, confirm_transfers, decide_refunds}},
    {Role::bureau_badge_operator,
     AccountKind::bureau,
     {see_bureau_work, see_attendees, see_badges, make_badges, hand_over_badges}},
    {Role::bureau_gate, AccountKind::bureau, {see_bureau_work, run_gates, see_entries, see_statistics}},
    {Role::bureau_editor,
     AccountKind::bureau,
     {see_bureau_work, edit_catalogues, edit_notices, edit_articles, edit_mailing_templates}},
    {Role::bureau_auditor,
     AccountKind::bureau,
     {see_bureau_work, see_accounts, see_audit, see_jobs, see_messages, see_organizations, see_attendees,
      see_money, see_badges, see_entries, see_quotas, see_sponsored, see_key_invitees, see_statistics}},
    {Role::exhibitor, AccountKind::exhibitor, {}},
    {Role::gate_device, AccountKind::gate_device, {scan_badges}},
};

const RoleLine& line_of(Role role) {
  for (auto& line : roles)
    if (line.role == role) return line;
  throw std::logic_error("every role has its line");
}

}  // namespace

AccountSnapshot snapshot_of(const Account& a) {
  return {a.id,      a.login_name,    a.display_name, a.role,
          a.state,   a.mobile_masked, a.email_masked, a.totp_sealed.has_value(),
          a.passkeys};
}

Door door_of(AccountKind kind) {
  switch (kind) {
    case AccountKind::contact:
      return Door::visitor;
    case AccountKind::attendee:
      return Door::attendee;
    case AccountKind::group:
      return Door::group;
    case AccountKind::bureau:
      return Door::bureau;
    case AccountKind::exhibitor:
      return Door::exhibitor;
    case AccountKind::gate_device:
      return Door::gate;
  }
  return Door::visitor;
}

AccountKind kind_of(Role role) {
  return line_of(role).kind;
}

PermissionSet permissions_of(Role role) {
  PermissionSet set;
  for (auto permission : line_of(role).permissions) set.set(std::size_t(permission));
  return set;
}

Scope scope_of(const Account& account) {
  Scope scope;
  switch (account.scope_level) {
    case ScopeLevel::nothing:
      break;
    case ScopeLevel::everything:
      scope = Scope::everything();
      break;
    case ScopeLevel::organization:
      expect(account.organization_id.has_value(), "an organization's account belongs to one");
      scope.level = Scope::Level::organization;
      scope.organization = *account.organization_id;
      break;
    case ScopeLevel::subgroup:
    case ScopeLevel::group:
      expect(account.trading_group_id.has_value(), "a group's account belongs to one");
      scope.level = Scope::Level::group;
      scope.group = *account.trading_group_id;
      scope.is_subgroup = account.scope_level == ScopeLevel::subgroup;
      break;
  }
  return scope;
}

bool must_have_second_step(const Account& account) {
  return account.kind == AccountKind::group || account.kind == AccountKind::bureau;
}

bool needs_second_step(const Account& account) {
  return must_have_second_step(account) || account.totp_sealed.has_value() || account.passkeys > 0;
}

}  // namespace expogate::account
