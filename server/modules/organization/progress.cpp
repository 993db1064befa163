#include "organization/progress.h"

namespace expogate::organization {
namespace {

constexpr const char* form_path = "/visitor/organization";
constexpr const char* people_path = "/visitor/attendees";
constexpr const char* returned_path = "/visitor/attendees?state=returned";

StepState doing_unless(bool has_passed) {
  return has_passed ? StepState::closed : StepState::doing;
}

ProgressNode form_node(const Organization& o, const PassedDeadlines& passed) {
  bool is_open = o.state == OrganizationState::draft || o.state == OrganizationState::returned;
  return {ProgressStep::form, is_open ? doing_unless(passed.registration) : StepState::done, o.submitted_at,
          form_path};
}

ProgressNode review_node(const Organization& o) {
  using enum OrganizationState;
  ProgressNode node{ProgressStep::review, StepState::doing, o.decided_at, ""};
  if (o.state == draft || o.state == returned) node.state = StepState::to_do;
  if (o.state == approved) node.state = StepState::done;
  if (o.state == rejected) node.state = StepState::stopped;
  return node;
}

// ATT-01: whoever has submitted its own data may add people; paying comes after its approval. Who was
// returned is put right whenever the review wants it, also after the deadline.
ProgressNode people_node(const Organization& o, const PeopleCounts& people, const PassedDeadlines& passed) {
  bool may_add = o.submitted_at && o.state != OrganizationState::rejected;
  ProgressNode node{ProgressStep::people, StepState::to_do, {}, may_add ? people_path : ""};
  bool has_begun =
      people.unfinished + people.returned + people.unpaid + people.in_review + people.approved > 0;
  bool is_next = !has_begun && o.state == OrganizationState::approved;
  if (has_begun) node.state = StepState::done;
  if (people.unfinished > 0 || is_next) node.state = doing_unless(passed.registration);
  if (people.returned > 0) {
    node.state = StepState::doing;
    node.path = returned_path;
  }
  return node;
}

ProgressNode payment_node(const PeopleCounts& people, const PassedDeadlines& passed) {
  if (people.unpaid > 0) {
    auto state = doing_unless(passed.payment);
    return {ProgressStep::payment, state, {}, state == StepState::doing ? people_path : ""};
  }
  bool is_done = people.returned + people.in_review + people.approved > 0;
  return {ProgressStep::payment, is_done ? StepState::done : StepState::to_do, {}, ""};
}

ProgressNode people_review_node(const PeopleCounts& people) {
  ProgressNode node{ProgressStep::people_review, StepState::to_do, {}, ""};
  if (people.approved > 0) node.state = StepState::done;
  if (people.in_review + people.returned > 0) node.state = StepState::doing;
  return node;
}

}  // namespace

Progress progress_of(const Organization& o, const std::optional<HistoryEntry>& last_verdict,
                     const PeopleCounts& people, const PassedDeadlines& passed) {
  Progress progress{o.state,
                    people.returned,
                    {{ProgressStep::registration, StepState::done, o.registered_at, form_path},
                     form_node(o, passed),
                     review_node(o),
                     people_node(o, people, passed),
                     payment_node(people, passed),
                     people_review_node(people),
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
