#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/caller.h"
#include "base/enum_text.h"
#include "base/error.h"
#include "base/id.h"
#include "base/transitions.h"

/// Key organizations to invite (推荐重点邀请单位): whom a trading group wants at the fair, and how far it is
/// with them (GRP-05).
namespace expogate::key_invitee {

using KeyInviteeId = Id<struct KeyInviteeNoun>;

/// Who recommended it: the group itself, or the bureau to the group.
enum class InviteeSource { group, bureau };
BOOST_DESCRIBE_ENUM(InviteeSource, group, bureau)

enum class InviteeLevel { key, important, general };
BOOST_DESCRIBE_ENUM(InviteeLevel, key, important, general)

enum class InviteeState { recommended, invited, set_aside, withdrawn };
BOOST_DESCRIBE_ENUM(InviteeState, recommended, invited, set_aside, withdrawn)

enum class InviteeAction { change, invite, set_aside, withdraw };
BOOST_DESCRIBE_ENUM(InviteeAction, change, invite, set_aside, withdraw)

inline constexpr auto key_invitee_transitions = [] {
  using enum InviteeState;
  using Action = InviteeAction;
  return std::to_array<Transition<InviteeState, InviteeAction>>({
      {recommended, Action::change, recommended},
      {invited, Action::change, invited},
      {set_aside, Action::change, set_aside},
      {recommended, Action::invite, invited},
      {invited, Action::invite, invited},  // once more
      {set_aside, Action::invite, invited},
      {recommended, Action::set_aside, set_aside},
      {invited, Action::set_aside, set_aside},
      {recommended, Action::withdraw, withdrawn},
      {invited, Action::withdraw, withdrawn},
      {set_aside, Action::withdraw, withdrawn},
  });
}();
static_assert(has_no_duplicates(key_invitee_transitions));

constexpr std::optional<InviteeState> next_state(InviteeState from, InviteeAction action) {
  return expogate::next_state(key_invitee_transitions, from, action);
}

/// Where an organization that is to be invited is by now.
enum class InviteeRegistration { here, elsewhere, not_yet };
BOOST_DESCRIBE_ENUM(InviteeRegistration, here, elsewhere, not_yet)

/// What is written about one; mobile and e-mail go beside it, in the clear or sealed.
struct Recommendation {
  std::optional<TradingGroupId> subgroup_id;
  std::optional<std::string> uscc;  ///< none: overseas
  std::string name, contact_name;
  InviteeLevel level = InviteeLevel::general;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(Recommendation, (), (subgroup_id, uscc, name, contact_name, level, reason))

/// A row as it is kept.
struct KeyInvitee : Recommendation {
  KeyInviteeId id;
  EditionId edition_id;
  TradingGroupId trading_group_id;
  InviteeSource source = InviteeSource::group;
  std::optional<OrganizationId> organization_id;  ///< an overseas one that registered with the link
  std::optional<std::string> contact_mobile_sealed, contact_mobile_masked, contact_email_sealed,
      contact_email_masked;
  InviteeState state = InviteeState::recommended;
  std::string set_aside_reason, referral_code;
  std::optional<std::string> token_hash;
  std::optional<Instant> link_expires_at, invited_at, opened_at, used_at;
  std::int64_t invitation_count = 0;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(KeyInvitee, (Recommendation),
                      (id, edition_id, trading_group_id, source, organization_id, contact_mobile_sealed,
                       contact_mobile_masked, contact_email_sealed, contact_email_masked, state,
                       set_aside_reason, referral_code, token_hash, link_expires_at, invited_at, opened_at,
                       used_at, invitation_count, created_at, version))

/// What stands in the audit log: nothing personal in the clear.
struct KeyInviteeSnapshot : Recommendation {
  TradingGroupId trading_group_id;
  InviteeSource source = InviteeSource::group;
  std::optional<std::string> contact_mobile_masked, contact_email_masked;
  InviteeState state = InviteeState::recommended;
  std::string set_aside_reason;
};
BOOST_DESCRIBE_STRUCT(KeyInviteeSnapshot, (Recommendation),
                      (trading_group_id, source, contact_mobile_masked, contact_email_masked, state,
                       set_aside_reason))
KeyInviteeSnapshot snapshot_of(const KeyInvitee& invitee);

constexpr Duration link_lifetime = days(30);
/// Nobody is written to twice within this time.
constexpr Duration resend_pause = hours(24);

/// Until when it cannot be invited once more; nothing when it can be now.
std::optional<Instant> paused_until(const std::optional<Instant>& invited_at, Instant now);

/// What is wrong with a code that was typed; null when nothing is. A wrong check character would never be met
/// by a registration; only the early codes of the pilot areas have one (facts 5.1).
const ErrorCode* why_not_uscc(const std::string& code);

/// Who may do this to one at all: its recommender changes and withdraws it, its group decides on it. Null
/// when the caller may.
const ErrorCode* why_not_theirs(const Scope& scope, InviteeSource source, InviteeAction action);

/// Of the bureau's recommendation, a group changes whom to write to and for whom it is, not who it is.
std::vector<FieldError> bureau_fields_changed(const Recommendation& before, const Recommendation& after);

/// A letter and digits, random so that nobody can count through them.
std::string new_referral_code();

inline const ErrorCode uscc_check_wrong{
    "key_invitee.uscc_check_wrong", "统一社会信用代码校验位不正确，请核对",
    "The check character of the unified social credit code is incorrect; please check"};
inline const ErrorCode invitee_taken{
    "key_invitee.taken", "本届已推荐过该单位，请直接修改",
    "This organization has already been recommended for this edition; please edit that entry"};
inline const ErrorCode invitee_withdrawn{"key_invitee.withdrawn", "该推荐已撤回",
                                         "This recommendation has been withdrawn"};
inline const ErrorCode invitee_set_aside{"key_invitee.set_aside", "该推荐已搁置",
                                         "This recommendation has been deferred"};
inline const ErrorCode invitee_of_bureau{
    "key_invitee.of_bureau", "由主办方推荐，名称、代码和理由只能由主办方修改",
    "Recommended by the organizer; only the organizer can change the name, USCC and reason"};
inline const ErrorCode withdraw_of_bureau{
    "key_invitee.withdraw_of_bureau", "由主办方推荐，不能撤回；不邀请时请搁置并说明理由",
    "Recommended by the organizer and cannot be withdrawn; please defer it with a reason instead"};
inline const ErrorCode invitee_of_group{
    "key_invitee.of_group", "由交易团自行推荐，只能由该团修改或撤回",
    "Recommended by the trading group; only the group can change or withdraw it"};
inline const ErrorCode invitee_group_decides{"key_invitee.group_decides", "由交易团决定是否邀请",
                                             "The trading group decides whether to invite this organization"};
inline const ErrorCode set_aside_own{"key_invitee.set_aside_own", "本团自行推荐的单位请直接撤回",
                                     "Please withdraw organizations recommended by your own group instead"};
inline const ErrorCode group_missing{"key_invitee.group_missing", "请选择交易团（不含分团）",
                                     "Please select a trading group (not a subgroup)"};
inline const ErrorCode subgroup_not_below{"key_invitee.subgroup_not_below", "不是该交易团的分团",
                                          "Not a subgroup of this trading group"};
inline const ErrorCode invited_lately{
    "key_invitee.invited_lately", "24 小时内已发送过邀请，{until} 后可再次发送",
    "An invitation was sent within the last 24 hours; it can be sent again after {until}"};
inline const ErrorCode registered_here{
    "key_invitee.registered_here", "该单位已注册到本团，无需邀请",
    "This organization has already registered with your group; no invitation is needed"};
inline const ErrorCode registered_elsewhere{
    "key_invitee.registered_elsewhere", "该单位已注册到其他团，不能邀请",
    "This organization has registered with another group and cannot be invited"};
inline const ErrorCode address_missing{
    "key_invitee.address_missing", "没有可用的手机或邮箱，请先补充联系方式",
    "No mobile number or e-mail address is available; please add one first"};

}  // namespace expogate::key_invitee

namespace expogate {
template <>
inline constexpr auto enum_labels<key_invitee::InviteeSource> = std::to_array<EnumLabel>({
    {"group", "本团推荐", "Our group"},
    {"bureau", "来自主办方", "Organizer"},
});
template <>
inline constexpr auto enum_labels<key_invitee::InviteeLevel> = std::to_array<EnumLabel>({
    {"key", "重点", "Key"},
    {"important", "重要", "Important"},
    {"general", "一般", "General"},
});
template <>
inline constexpr auto enum_labels<key_invitee::InviteeState> = std::to_array<EnumLabel>({
    {"recommended", "未邀请", "Not invited"},
    {"invited", "已邀请", "Invited"},
    {"set_aside", "已搁置", "Deferred"},
    {"withdrawn", "已撤回", "Withdrawn"},
});
template <>
inline constexpr auto enum_labels<key_invitee::InviteeRegistration> = std::to_array<EnumLabel>({
    {"here", "已注册到本团", "Registered with our group"},
    {"elsewhere", "已注册到其他团", "Registered with another group"},
    {"not_yet", "未注册", "Not registered"},
});
}  // namespace expogate
