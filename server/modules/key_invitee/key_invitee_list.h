#pragma once
#include "base/allowed_action.h"
#include "base/page.h"
#include "key_invitee/key_invitee.h"
#include "organization/organization.h"
#include "platform/db/tx.h"
#include "platform/wire/text_types.h"

/// Key organizations to invite as offices look at them.
namespace expogate::key_invitee {

using organization::OrganizationState;

struct KeyInviteeFilter {
  std::optional<TradingGroupId> group_id;  ///< for the bureau: whose; a group sees its own
  std::optional<wire::Text<1, 60>> name;   ///< part of the organization's
  std::optional<wire::Text<1, 40>> uscc;   ///< part of it
  std::optional<InviteeLevel> level;
  std::vector<InviteeState> state;
  std::optional<InviteeSource> source;
  std::optional<InviteeRegistration> registration;
  std::vector<OrganizationState> organization_state;  ///< of those that are registered here
  std::optional<KeyInviteeId> id;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeFilter, (),
                      (group_id, name, uscc, level, state, source, registration, organization_state, id))

/// What an export is asked for: the list's filters and its order.
struct KeyInviteeSelection : KeyInviteeFilter {
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeSelection, (KeyInviteeFilter), (sort))

/// A line of 推荐重点邀请单位.
struct KeyInviteeRow : Recommendation {
  KeyInviteeId id;
  TradingGroupId trading_group_id;
  std::string group_name_zh, group_name_en;
  std::optional<std::string> subgroup_name_zh, subgroup_name_en;
  InviteeSource source = InviteeSource::group;
  std::optional<std::string> contact_mobile_masked, contact_email_masked;
  InviteeState state = InviteeState::recommended;
  std::string set_aside_reason, referral_code;
  std::optional<Instant> invited_at, link_expires_at, opened_at;
  std::int64_t invitation_count = 0;
  InviteeRegistration registration = InviteeRegistration::not_yet;
  /// Only of one that is registered here; of others nothing more may be told.
  std::optional<OrganizationId> organization_id;
  std::optional<std::string> organization_number;
  std::optional<OrganizationState> organization_state;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeRow, (Recommendation),
                      (id, trading_group_id, group_name_zh, group_name_en, subgroup_name_zh, subgroup_name_en,
                       source, contact_mobile_masked, contact_email_masked, state, set_aside_reason,
                       referral_code, invited_at, link_expires_at, opened_at, invitation_count, registration,
                       organization_id, organization_number, organization_state, created_at, version))

/// How the invitations of a group, or of all, stand.
struct KeyInviteeFigures {
  std::int64_t recommended = 0, invited = 0, opened = 0, registered = 0, approved = 0;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeFigures, (), (recommended, invited, opened, registered, approved))

/// What this caller may do with it now: change, invite, set_aside, withdraw, unmask.
std::vector<AllowedAction> allowed_actions(const Caller& caller, const KeyInviteeRow& row, Instant now);

namespace store {

Page<KeyInviteeRow> list(db::Tx& tx, const Caller& caller, const KeyInviteeFilter& filter,
                         const PageRequest& page);
KeyInviteeRow get_row(db::Tx& tx, const Caller& caller, const KeyInviteeId& id);
KeyInviteeFigures count(db::Tx& tx, const Caller& caller, const std::optional<TradingGroupId>& group);
/// The ids of all that the filter finds, in the order of the list; and the rows of some.
std::vector<KeyInviteeId> list_ids(db::Tx& tx, const Caller& caller, const KeyInviteeFilter& filter,
                                   const std::string& sort, int most);
std::vector<KeyInviteeRow> list_rows(db::Tx& tx, const Caller& caller, const KeyInviteeFilter& filter,
                                     const std::vector<KeyInviteeId>& ids);

}  // namespace store
}  // namespace expogate::key_invitee
