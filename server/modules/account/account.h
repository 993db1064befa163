#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/caller.h"
#include "base/enum_text.h"
#include "base/error.h"
#include "base/permission.h"

/// Who signs in, as what, and what they may (ACC-01, ACC-05).
namespace expogate::account {

enum class AccountKind { contact, attendee, group, bureau, exhibitor, gate_device };
BOOST_DESCRIBE_ENUM(AccountKind, contact, attendee, group, bureau, exhibitor, gate_device)

/// Where an account signs in. A sign-in name is unique behind its door.
enum class Door { visitor, attendee, group, bureau, exhibitor, gate };
BOOST_DESCRIBE_ENUM(Door, visitor, attendee, group, bureau, exhibitor, gate)

enum class Role {
  contact,
  attendee,
  group_admin,
  group_operator,
  group_viewer,
  bureau_admin,
  bureau_reviewer,
  bureau_finance,
  bureau_badge_operator,
  bureau_gate,
  bureau_editor,
  bureau_auditor,
  exhibitor,
  gate_device
};
BOOST_DESCRIBE_ENUM(Role, contact, attendee, group_admin, group_operator, group_viewer, bureau_admin,
                    bureau_reviewer, bureau_finance, bureau_badge_operator, bureau_gate, bureau_editor,
                    bureau_auditor, exhibitor, gate_device)

enum class AccountState { active, disabled };
BOOST_DESCRIBE_ENUM(AccountState, active, disabled)

enum class ScopeLevel { nothing, organization, subgroup, group, everything };
BOOST_DESCRIBE_ENUM(ScopeLevel, nothing, organization, subgroup, group, everything)

struct Account {
  AccountId id;
  AccountKind kind = AccountKind::contact;
  Door door = Door::visitor;
  /// Masked where the name is somebody's address or number: `login_name_of` opens it (ACC-07).
  std::string login_name;
  std::string login_key;  ///< what it is found by
  std::optional<std::string> login_name_sealed;
  std::string password_hash;  ///< empty until the owner has followed the link: nothing matches it
  std::string display_name;
  Role role = Role::contact;
  AccountState state = AccountState::active;
  ScopeLevel scope_level = ScopeLevel::nothing;
  std::optional<TradingGroupId> trading_group_id;
  std::optional<OrganizationId> organization_id;
  std::optional<AccountId> parent_account_id;
  std::optional<std::string> mobile_sealed, mobile_index, mobile_masked, email_sealed, email_index,
      email_masked;
  std::optional<std::string> totp_sealed, totp_pending_sealed;
  std::optional<std::int64_t> totp_last_step;
  bool mobile_verified = true, email_verified = true;  ///< only these recover a password
  int passkeys = 0, usable_passkeys = 0;               ///< counted where they stand
  Locale locale = Locale::zh_cn;
  std::optional<Instant> last_sign_in_at;
  Instant created_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (id, kind, door, login_name, login_key, login_name_sealed, password_hash, display_name,
                       role, state, scope_level, trading_group_id, organization_id, parent_account_id,
                       mobile_sealed, mobile_index, mobile_masked, email_sealed, email_index, email_masked,
                       totp_sealed, totp_pending_sealed, totp_last_step, mobile_verified, email_verified,
                       passkeys, usable_passkeys, locale, last_sign_in_at, created_at, version))

/// What stands in the audit log of an account: nothing that is secret or personal in the clear.
struct AccountSnapshot {
  AccountId id;
  std::string login_name, display_name;
  Role role = Role::contact;
  AccountState state = AccountState::active;
  std::optional<std::string> mobile_masked, email_masked;
  bool has_totp = false;
  int passkeys = 0;
};
BOOST_DESCRIBE_STRUCT(AccountSnapshot, (),
                      (id, login_name, display_name, role, state, mobile_masked, email_masked, has_totp,
                       passkeys))
AccountSnapshot snapshot_of(const Account& account);

Door door_of(AccountKind kind);
AccountKind kind_of(Role role);
PermissionSet permissions_of(Role role);
Scope scope_of(const Account& account);

/// Groups and the bureau.
bool must_have_second_step(const Account& account);
/// They must sign in with two steps; anybody who has set up an authenticator or a passkey does (ACC-05).
bool needs_second_step(const Account& account);

enum class AffiliationKind { group, subgroup };
BOOST_DESCRIBE_ENUM(AffiliationKind, group, subgroup)

/// The trading group that an account works for, as its owner describes it.
struct TradingGroupRef {
  TradingGroupId id;
  AffiliationKind kind = AffiliationKind::group;
  std::string name_zh, name_en;
  std::optional<std::string> invitation_code;
};
BOOST_DESCRIBE_STRUCT(TradingGroupRef, (), (id, kind, name_zh, name_en, invitation_code))

inline const ErrorCode login_name_taken{"account.login_name_taken", "登录名已被使用",
                                        "This username is already in use"};
inline const ErrorCode role_not_assignable{"account.role_not_assignable", "不能分配此角色",
                                           "This role cannot be assigned"};
inline const ErrorCode account_own{"account.own", "不能对自己的账号执行此操作",
                                   "You cannot do this to your own account"};

}  // namespace expogate::account

namespace expogate {
template <>
inline constexpr auto enum_labels<account::AccountKind> = std::to_array<EnumLabel>({
    {"contact", "单位联系人", "Organization contact"},
    {"attendee", "参观人员", "Attendee"},
    {"group", "交易团/分团", "Trading group"},
    {"bureau", "主办方", "Organizer"},
    {"exhibitor", "参展商", "Exhibitor"},
    {"gate_device", "门禁设备", "Gate device"},
});
template <>
inline constexpr auto enum_labels<account::Role> = std::to_array<EnumLabel>({
    {"contact", "联系人", "Contact"},
    {"attendee", "参观人员", "Attendee"},
    {"group_admin", "团管理员", "Group administrator"},
    {"group_operator", "团操作员", "Group operator"},
    {"group_viewer", "团查看员", "Group viewer"},
    {"bureau_admin", "主办方管理员", "Organizer administrator"},
    {"bureau_reviewer", "审核员", "Reviewer"},
    {"bureau_finance", "财务", "Finance"},
    {"bureau_badge_operator", "制证员", "Badge operator"},
    {"bureau_gate", "门禁主管", "Entrance supervisor"},
    {"bureau_editor", "内容编辑", "Editor"},
    {"bureau_auditor", "审计员", "Auditor"},
    {"exhibitor", "参展商", "Exhibitor"},
    {"gate_device", "门禁设备", "Gate device"},
});
template <>
inline constexpr auto enum_labels<account::AccountState> = std::to_array<EnumLabel>({
    {"active", "启用", "Active"},
    {"disabled", "停用", "Disabled"},
});
}  // namespace expogate
