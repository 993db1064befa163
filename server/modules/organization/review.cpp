#include "organization/review.h"

namespace expogate::organization {

std::optional<ReviewStage> stage_for(const Scope& scope, const Organization& o) {
  using enum OrganizationState;
  if (scope.level == Scope::Level::everything && !o.trading_group_id && o.state == awaiting_review)
    return ReviewStage::first;
  if (scope.level != Scope::Level::group || !o.trading_group_id) return std::nullopt;
  bool is_own = *o.trading_group_id == scope.group;
  if (is_own && o.state == awaiting_review) return ReviewStage::first;
  if (!is_own && o.top_group_id == scope.group && o.state == first_passed) return ReviewStage::second;
  return std::nullopt;
}

OrganizationAction action_of(ReviewVerdict verdict, const Organization& o) {
  switch (verdict) {
    case ReviewVerdict::reject:
      return OrganizationAction::reject;
    case ReviewVerdict::return_for_changes:
      return OrganizationAction::return_for_changes;
    case ReviewVerdict::approve:
      break;
  }
  bool is_in_subgroup = o.trading_group_id != o.top_group_id;
  bool is_first_of_two = is_in_subgroup && o.state == OrganizationState::awaiting_review;
  return is_first_of_two ? OrganizationAction::pass_first : OrganizationAction::approve;
}

}  // namespace expogate::organization
