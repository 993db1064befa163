#pragma once
#include <boost/describe/enum.hpp>
#include <optional>

#include "base/error.h"
#include "base/transitions.h"
#include "platform/identity/identity_provider.h"

/// Whether name and document of a person belong together (ATT-09). Where no provider is configured nobody is
/// asked, and only the format of documents is checked.
namespace expogate::attendee {

enum class IdentityState {
  not_asked,
  matched,
  failed,
  unavailable,  ///< the provider gave no answer; it is asked again later
  waived        ///< 关闭信息验证, until name or document change (ATT-08)
};
BOOST_DESCRIBE_ENUM(IdentityState, not_asked, matched, failed, unavailable, waived)

enum class IdentityAction {
  match,
  fail,
  stay_silent,  ///< no answer
  pass_over,    ///< the provider does not know this kind of document
  waive
};
BOOST_DESCRIBE_ENUM(IdentityAction, match, fail, stay_silent, pass_over, waive)

// Silence takes back no answer; whoever failed is asked again when submitted again.
inline constexpr auto identity_transitions = [] {
  using enum IdentityState;
  using enum IdentityAction;
  return std::to_array<Transition<IdentityState, IdentityAction>>({
      {not_asked, match, matched},
      {not_asked, fail, failed},
      {not_asked, stay_silent, unavailable},
      {not_asked, pass_over, not_asked},
      {not_asked, waive, waived},
      {unavailable, match, matched},
      {unavailable, fail, failed},
      {unavailable, pass_over, not_asked},
      {unavailable, waive, waived},
      {failed, match, matched},
      {failed, fail, failed},
      {failed, waive, waived},
  });
}();
static_assert(has_no_duplicates(identity_transitions));

inline std::optional<IdentityState> next_state(IdentityState from, IdentityAction action) {
  return expogate::next_state(identity_transitions, from, action);
}

IdentityAction action_of(const Outcome<IdentityFinding>& answer);

/// ATT-09: nothing else does; whom nobody could check is left to the reviewer's eyes. `change_state` of the
/// rows says the same.
constexpr bool blocks_approval(IdentityState state) {
  return state == IdentityState::failed;
}

inline const ErrorCode identity_not_verified{
    "attendee.identity_not_verified",
    "信息验证未通过（{finding}），不能审核通过；请核实后退回修改，或关闭信息验证",
    "The identity check failed ({finding}), so the attendee cannot be approved. Please return for changes or "
    "waive the identity check"};
/// What the words of that refusal need.
Details identity_details(const std::optional<IdentityFinding>& finding, Locale locale);

inline const ErrorCode identity_matched{"attendee.identity_matched", "信息验证已通过，无需关闭",
                                        "The identity check has been passed; there is nothing to waive"};
inline const ErrorCode identity_waived_already{"attendee.identity_waived_already", "该人员的信息验证已关闭",
                                               "The identity check of this attendee has already been waived"};
inline const ErrorCode identity_waiver_ended{
    "attendee.identity_waiver_ended", "已注销或审核不通过的人员无需关闭信息验证",
    "The identity check of voided or rejected attendees cannot be waived"};

}  // namespace expogate::attendee

namespace expogate {
template <>
inline constexpr auto enum_labels<attendee::IdentityState> = std::to_array<EnumLabel>({
    {"not_asked", "未验证", "Not checked"},
    {"matched", "验证通过", "Passed"},
    {"failed", "验证未通过", "Failed"},
    {"unavailable", "暂时无法验证", "Temporarily unavailable"},
    {"waived", "已关闭验证", "Waived"},
});
}  // namespace expogate
