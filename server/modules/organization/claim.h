#pragma once
#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>

#include "base/page.h"
#include "organization/licence.h"
#include "platform/db/tx.h"

/// A claim (认领): the owner of a code that somebody else has registered, mistyped or not, asks for it with
/// its licence; the bureau decides (ORG-02).
namespace expogate::organization {

using ClaimId = Id<struct ClaimNoun>;

enum class ClaimState { open, accepted, refused };
BOOST_DESCRIBE_ENUM(ClaimState, open, accepted, refused)

struct Claim {
  ClaimId id;
  EditionId edition_id;
  std::string uscc;
  OrganizationId organization_id;  ///< who holds the code
  std::string name_zh, contact_name, mobile_sealed, mobile_masked, explanation;
  LicenceId licence_id;
  ClaimState state = ClaimState::open;
  std::string opinion;
  std::optional<std::string> decided_by;
  Instant filed_at;
  std::optional<Instant> decided_at;
};
BOOST_DESCRIBE_STRUCT(Claim, (),
                      (id, edition_id, uscc, organization_id, name_zh, contact_name, mobile_sealed,
                       mobile_masked, explanation, licence_id, state, opinion, decided_by, filed_at,
                       decided_at))

/// A claim as the list shows it, beside the organization that holds the code.
struct ClaimRow {
  ClaimId id;
  std::string uscc, name_zh, contact_name, mobile_masked, explanation;
  ClaimState state = ClaimState::open;
  std::string opinion;
  std::optional<std::string> decided_by;
  Instant filed_at;
  std::optional<Instant> decided_at;
  OrganizationId holder_id;
  std::string holder_number, holder_name_zh;
  OrganizationState holder_state = OrganizationState::draft;
};
BOOST_DESCRIBE_STRUCT(ClaimRow, (),
                      (id, uscc, name_zh, contact_name, mobile_masked, explanation, state, opinion,
                       decided_by, filed_at, decided_at, holder_id, holder_number, holder_name_zh,
                       holder_state))

inline const ErrorCode claim_open_already{"claim.open_already", "该代码已有一份认领正在处理",
                                          "A claim for this code is already being processed"};
inline const ErrorCode claim_not_needed{
    "claim.not_needed", "该代码本届尚未注册，可直接注册",
    "This code has not been registered for this edition; you can register directly"};
inline const ErrorCode claim_decided{"claim.decided", "该认领已由 {actor} 处理",
                                     "This claim has already been decided by {actor}"};

namespace store {

void add_claim(db::Tx& tx, const Claim& claim);
std::optional<Claim> find_claim(db::Tx& tx, const EditionId& edition, const ClaimId& id);
Page<ClaimRow> list_claims(db::Tx& tx, const EditionId& edition, std::optional<ClaimState> state,
                           const std::optional<ClaimId>& id, const PageRequest& page);
/// Compare-and-set from `open`.
bool decide_claim(db::Tx& tx, const ClaimId& id, ClaimState state, const std::string& opinion,
                  const std::string& decided_by, Instant now);

}  // namespace store
}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::ClaimState> = std::to_array<EnumLabel>({
    {"open", "待处理", "Open"},
    {"accepted", "已归还", "Accepted"},
    {"refused", "未采纳", "Refused"},
});
}  // namespace expogate
