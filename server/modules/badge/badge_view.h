#pragma once
#include "badge/badge_store.h"
#include "base/allowed_action.h"

/// How badges are shown.
namespace expogate::badge {

struct BadgeView : Badge {
  std::string number;
  /// `print`, `hand_over`, `reissue`, `download`.
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(BadgeView, (Badge), (number, allowed_actions))

struct BadgeListRow : BadgeRow {
  std::string number;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(BadgeListRow, (BadgeRow), (number, allowed_actions))

BadgeView badge_view(const Caller& caller, const Badge& badge);
BadgeListRow list_row_of(const Caller& caller, const BadgeRow& row);

}  // namespace expogate::badge
