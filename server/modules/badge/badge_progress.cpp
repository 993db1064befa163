#include "badge/badge_progress.h"

namespace expogate::badge {
namespace {

using attendee::AttendeeState;

/// The first step that has no date is the one that lasts now.
void mark_current(std::vector<BadgeStep>& steps) {
  bool is_before = true;
  for (auto& step : steps) {
    if (step.at) {
      step.state = StepState::done;
    } else if (is_before) {
      step.state = StepState::doing;
      is_before = false;
    }
    if (step.state != StepState::doing) step.expected_days.reset();
  }
}

}  // namespace

std::vector<BadgeStep> progress_of(const attendee::Attendee& a, const std::optional<Badge>& badge,
                                   int expected_days) {
  bool is_waiting = a.state == AttendeeState::awaiting_review,
       is_approved = a.state == AttendeeState::approved;
  if (!is_waiting && !is_approved) return {};
  std::vector<BadgeStep> steps{
      {ProgressStep::submitted, StepState::to_do, a.submitted_at, std::nullopt},
      {ProgressStep::in_review, StepState::to_do, is_approved ? a.decided_at : std::nullopt, expected_days}};
  auto add = [&](ProgressStep step, std::optional<Instant> at) {
    steps.push_back({step, StepState::to_do, at, std::nullopt});
  };
  bool is_reuse = badge ? badge->kind == BadgeKind::reuse : a.is_reuse;
  if (is_reuse) {
    add(ProgressStep::reused, badge ? badge->made_at : std::nullopt);
  } else {
    auto made_at = badge ? badge->made_at : std::nullopt;
    bool is_sent = (badge ? badge->collection : a.collection) == attendee::Collection::courier;
    add(ProgressStep::producing, made_at);
    add(is_sent ? ProgressStep::on_the_way : ProgressStep::ready, made_at);
    add(ProgressStep::collected, badge ? badge->collected_at : std::nullopt);
  }
  mark_current(steps);
  return steps;
}

}  // namespace expogate::badge
