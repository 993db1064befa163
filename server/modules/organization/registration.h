#pragma once
#include <optional>
#include <string>

#include "account/session_service.h"
#include "account/verification_code.h"
#include "organization/organization.h"

/// Online registration (在线注册): an organization and its account begin here (ORG-01, ORG-10).
namespace expogate::organization {

struct Registration {
  Origin origin = Origin::domestic;
  Category category = Category::enterprise;
  std::optional<TradingGroupId> trading_group_id;
  std::string invitation_code;  ///< who may use one is a rule of the edition (GRP-01)
  std::string referral_code;
  std::string invitation_token;  ///< of the link by which a group invited it (GRP-05); empty without one
  std::optional<LicenceId> licence_id;
  std::string licence_token;
  std::string name_zh, name_en, uscc, country_code;
  std::string mobile, email;  ///< domestic ones prove the mobile, overseas ones the e-mail (ACC-03)
  std::string code, password;
};

/// Registered and signed in at once.
struct Registered {
  Organization organization;
  account::Account account;
  account::NewSession session;
};

/// ORG-10: what a past account finds before it begins again.
struct PastOrganization {
  OrganizationId id;
  EditionId edition_id;
  std::string number, name_zh, name_en;
  OrganizationState state = OrganizationState::draft;
};
BOOST_DESCRIBE_STRUCT(PastOrganization, (), (id, edition_id, number, name_zh, name_en, state))

inline const ErrorCode invitation_code_wrong{
    "organization.invitation_code_wrong", "邀请码不存在，请核对或留空",
    "The invitation code does not exist; please check it or leave it blank"};
inline const ErrorCode invitation_code_not_used{
    "organization.invitation_code_not_used", "本届贵单位注册时不使用邀请码，请留空",
    "Your organization registers without an invitation code for this edition; please leave it blank"};
inline const ErrorCode past_account{
    "organization.past_account", "该单位有往届账号，请选择“我是往届专业观众”登录，往届信息会自动带入",
    "This organization has an account from a previous edition. Select “I have visited before” to sign in; "
    "its details are filled in automatically"};
inline const ErrorCode already_registered{"organization.already_registered", "贵单位本届已经注册",
                                          "Your organization has already registered for this edition"};

bool may_use_invitation_code(edition::InvitationCodeUse use, Origin origin);

/// What is wrong with the fields themselves, before anything is asked of the database. `has_groups`: the fair
/// has trading groups, and domestic organizations choose one (INS-02).
std::vector<FieldError> wrong_fields(const Registration& registration, bool has_groups);

}  // namespace expogate::organization
