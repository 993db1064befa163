#include "organization/progress.h"

namespace expogate::organization {
namespace {

constexpr const char* form_path = "/visitor/organization";

ProgressNode form_node(const Organization& o) {
  bool is_open = o.state == OrganizationState::draft || o.state == OrganizationState::returned;
  return {ProgressStep::form, is_open ? StepState::doing : StepState::done, o.submitted_at, form_path};
}

ProgressNode review_node(const Organization& o) {
  using enum OrganizationState;
  ProgressNode node{ProgressStep::review, StepState::doing, o.decided_at, ""};
  if (o.state == draft || o.state == returned) node.state = StepState::to_do;
  if (o.state == approved) node.state = StepState::done;
  if (o.state == rejected) node.state = StepState::stopped;
  return node;
}

}  // namespace

Progress progress_of(const Organization& o, const std::optional<HistoryEntry>& last_verdict) {
  Progress progress{o.state,
                    {{ProgressStep::registration, StepState::done, o.registered_at, form_path},
                     form_node(o),
                     review_node(o),
                     {ProgressStep::people, StepState::to_do, {}, ""},
                     {ProgressStep::payment, StepState::to_do, {}, ""},
                     {ProgressStep::people_review, StepState::to_do, {}, ""},
                     {ProgressStep::badge, StepState::to_do, {}, ""}},
                    "",
                    {}};
  bool is_its_own = last_verdict && last_verdict->state_after == o.state;
  if (is_its_own && o.state != OrganizationState::first_passed) {
    progress.opinion = last_verdict->opinion;
    progress.opinion_at = last_verdict->at;
  }
  return progress;
}

}  // namespace expogate::organization
