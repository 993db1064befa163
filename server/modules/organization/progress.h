#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "organization/history.h"
#include "organization/questions.h"

/// The flow chart that an organization lands on (ORG-12): its steps, and where each is done.
namespace expogate::organization {

enum class ProgressStep { registration, form, review, people, payment, people_review, badge };
BOOST_DESCRIBE_ENUM(ProgressStep, registration, form, review, people, payment, people_review, badge)

enum class StepState {
  done,
  doing,
  to_do,
  stopped,
  closed,  ///< it would be done now, but its window has closed (EDN-03)
};
BOOST_DESCRIBE_ENUM(StepState, done, doing, to_do, stopped, closed)

struct ProgressNode {
  ProgressStep step = ProgressStep::registration;
  StepState state = StepState::to_do;
  std::optional<Instant> at;
  std::string path;  ///< where it is done; empty while it cannot be
};
BOOST_DESCRIBE_STRUCT(ProgressNode, (), (step, state, at, path))

struct Progress {
  OrganizationState state = OrganizationState::draft;
  std::int64_t people_returned = 0;  ///< to be corrected first
  std::vector<ProgressNode> nodes;
  std::string opinion;  ///< of the last review, while it matters
  std::optional<Instant> opinion_at;
};
BOOST_DESCRIBE_STRUCT(Progress, (), (state, people_returned, nodes, opinion, opinion_at))

/// What has ended meanwhile.
struct PassedDeadlines {
  bool registration = false, payment = false;
};

Progress progress_of(const Organization& organization, const std::optional<HistoryEntry>& last_verdict,
                     const PeopleCounts& people, const PassedDeadlines& passed);

}  // namespace expogate::organization

namespace expogate {
template <>
inline constexpr auto enum_labels<organization::ProgressStep> = std::to_array<EnumLabel>({
    {"registration", "在线注册", "Registration"},
    {"form", "单位信息登记", "Organization details"},
    {"review", "单位信息审核", "Organization review"},
    {"people", "填写参观人员", "Add attendees"},
    {"payment", "支付证件费", "Badge fees"},
    {"people_review", "人员信息审核", "Attendee review"},
    {"badge", "证件制作与发放", "Badges"},
});
template <>
inline constexpr auto enum_labels<organization::StepState> = std::to_array<EnumLabel>({
    {"done", "已完成", "Completed"},
    {"doing", "进行中", "In progress"},
    {"to_do", "未开始", "Not started"},
    {"stopped", "未通过", "Not passed"},
    {"closed", "已截止", "Closed"},
});
}  // namespace expogate
