#pragma once
#include <optional>

#include "base/caller.h"
#include "organization/organization.h"

/// The review by people (单位人工审核): whose turn it is, and where a verdict leads (ORG-06, ORG-07).
namespace expogate::organization {

enum class ReviewVerdict { approve, reject, return_for_changes };
BOOST_DESCRIBE_ENUM(ReviewVerdict, approve, reject, return_for_changes)

enum class ReviewStage { first, second };
BOOST_DESCRIBE_ENUM(ReviewStage, first, second)

/// The stage at which a caller of this scope may decide now; nothing when it is somebody else's turn. A
/// subgroup reviews its own first and its group second; a group's direct organizations need one review; those
/// without a group are the bureau's.
std::optional<ReviewStage> stage_for(const Scope& scope, const Organization& organization);

/// What a verdict does: a subgroup's approval is the first of two.
OrganizationAction action_of(ReviewVerdict verdict, const Organization& organization);

/// After so long a colleague's open drawer no longer keeps "the next one" from others.
constexpr Duration hand_over_time = minutes(10);

inline const ErrorCode review_decided{"review.decided", "该单位已由 {actor} 于 {at} 审核：{verdict}",
                                      "{actor} reviewed this organization at {at}: {verdict}"};
inline const ErrorCode review_not_yours{"review.not_yours", "该单位目前不由您审核（状态：{state}）",
                                        "This organization is not awaiting your review (status: {state})"};
inline const ErrorCode opinion_required{
    "review.opinion_required", "审核不通过或退回修改时请填写审核意见",
    "Please enter review comments when rejecting or returning for changes"};
inline const ErrorCode not_rejected{"review.not_rejected", "只有审核不通过的单位可以撤销",
                                    "Only rejected organizations can have the rejection reversed"};

}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::ReviewVerdict> = std::to_array<EnumLabel>({
    {"approve", "审核通过", "Approve"},
    {"reject", "审核不通过", "Reject"},
    {"return_for_changes", "退回修改", "Return for changes"},
});
template <>
inline constexpr auto enum_labels<organization::ReviewStage> = std::to_array<EnumLabel>({
    {"first", "初审", "First review"},
    {"second", "复审", "Second review"},
});
}  // namespace expogate
