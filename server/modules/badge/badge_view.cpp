#include "badge/badge_view.h"

#include "base/permission.h"

namespace expogate::badge {
namespace {

std::string number_of(const Badge& b) {
  return badge_number(b.code_edition_number, b.code_serial);
}

std::vector<AllowedAction> actions_of(const Caller& caller, const Badge& badge) {
  if (!caller.may(Permission::hand_over_badges)) return {};
  auto words = std::string(enum_words(badge.state, caller.locale));
  auto said = [&](const char* name, bool is_allowed) {
    AllowedAction action{name, is_allowed, std::nullopt};
    if (!is_allowed) action.reason = message_of(badge_not_in_state, caller.locale, {{"state", words}});
    return action;
  };
  auto leads_on = [&](BadgeAction what) {
    return next_state(badge_transitions, badge.state, what).has_value();
  };
  return {said("print", leads_on(BadgeAction::print)), said("hand_over", leads_on(BadgeAction::hand_over)),
          said("download", is_active(badge.state)), said("reissue", leads_on(BadgeAction::revoke))};
}

}  // namespace

BadgeView badge_view(const Caller& caller, const Badge& badge) {
  BadgeView view;
  static_cast<Badge&>(view) = badge;
  view.number = number_of(badge);
  view.allowed_actions = actions_of(caller, badge);
  return view;
}

BadgeListRow list_row_of(const Caller& caller, const BadgeRow& row) {
  BadgeListRow shown;
  static_cast<BadgeRow&>(shown) = row;
  shown.number = number_of(row);
  shown.allowed_actions = actions_of(caller, row);
  return shown;
}

}  // namespace expogate::badge
