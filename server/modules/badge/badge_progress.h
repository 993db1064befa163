#pragma once
#include <vector>

#include "badge/badge.h"

namespace expogate::badge {

/// The words by which people follow their badge (BDG-07).
enum class ProgressStep {
  submitted,   ///< 注册信息已提交
  in_review,   ///< 审核中
  producing,   ///< 制证中
  ready,       ///< 证件可领取
  on_the_way,  ///< 寄递发放中
  collected,   ///< 已领取
  reused,      ///< 复用开通
};
BOOST_DESCRIBE_ENUM(ProgressStep, submitted, in_review, producing, ready, on_the_way, collected, reused)

enum class StepState { done, doing, to_do };
BOOST_DESCRIBE_ENUM(StepState, done, doing, to_do)

struct BadgeStep {
  ProgressStep step = ProgressStep::submitted;
  StepState state = StepState::to_do;
  std::optional<Instant> at;         ///< when it was reached
  std::optional<int> expected_days;  ///< how long it takes, while it lasts
};
BOOST_DESCRIBE_STRUCT(BadgeStep, (), (step, state, at, expected_days))

/// Where a person stands between the registration and the badge in the hand. Empty for whoever has submitted
/// nothing or was turned away: there is nothing to wait for.
std::vector<BadgeStep> progress_of(const attendee::Attendee& attendee, const std::optional<Badge>& badge,
                                   int expected_days);

}  // namespace expogate::badge

namespace expogate {
template <>
inline constexpr auto enum_labels<badge::ProgressStep> = std::to_array<EnumLabel>({
    {"submitted", "注册信息已提交", "Submitted"},
    {"in_review", "审核中", "Under review"},
    {"producing", "制证中", "Badge in production"},
    {"ready", "证件可领取", "Ready for collection"},
    {"on_the_way", "寄递发放中", "Out for delivery"},
    {"collected", "已领取", "Collected"},
    {"reused", "复用开通", "Activated for reuse"},
});
}  // namespace expogate
