#pragma once
#include "key_invitee/key_invitee_store.h"
#include "organization/organization.h"
#include "organization/questions.h"
#include "platform/db/database.h"
#include "trading_group/trading_group_service.h"

namespace expogate::key_invitee {

/// What the registration page fills in for whoever opens a link.
struct KeyInvitationPreview {
  organization::Origin origin = organization::Origin::domestic;
  std::string name;
  std::optional<std::string> uscc;
  TradingGroupId trading_group_id;  ///< the subgroup, where it is meant for one
  std::string group_name_zh, group_name_en;
  std::optional<std::string> invitation_code;  ///< of that group, for an overseas one
  std::string referral_code;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(KeyInvitationPreview, (),
                      (origin, name, uscc, trading_group_id, group_name_zh, group_name_en, invitation_code,
                       referral_code, expires_at))

/// The links that invitations carry, from their opening to the registration (GRP-05).
class InvitationLinks final : public organization::Invitations {
 public:
  InvitationLinks(db::Database& database, const Clock& clock, trading_group::TradingGroupService& groups)
      : database_(database), clock_(clock), groups_(groups) {}

  /// The first time, that it was opened is noted.
  KeyInvitationPreview open(const Caller& caller, const std::string& token);

  void require(db::Tx& tx, const std::string& token, const organization::Organization& organization) override;
  void use(db::Tx& tx, const std::string& token, const organization::Organization& organization) override;

 private:
  KeyInvitee get(db::Tx& tx, const EditionId& edition, const std::string& token);
  db::Database& database_;
  const Clock& clock_;
  trading_group::TradingGroupService& groups_;
};

inline const ErrorCode link_invalid{
    "key_invitation.link_invalid", "邀请链接无效、已使用、已撤回或已过期，可以不用链接直接注册",
    "This invitation link is invalid, used, withdrawn or expired; you can register without it"};
inline const ErrorCode link_of_another{"key_invitation.link_of_another",
                                       "邀请链接只能由受邀单位使用；如非受邀单位，请不用链接直接注册",
                                       "This invitation link can be used by the invited organization only; "
                                       "other organizations please register without it"};

}  // namespace expogate::key_invitee
