#include "base/reach.h"

namespace expogate {
namespace {

/// With an empty id, always and never.
constexpr const char *all = "? = ''", *none = "? <> ''";

Reach of_column(std::string_view column, const std::string& id) {
  if (column.empty()) return {none, ""};
  return {std::string(column) + " = ?", id};
}

}  // namespace

std::string Reach::numbered(int number) const {
  auto text = condition;
  return text.replace(text.find('?'), 1, "$" + std::to_string(number));
}

Reach reach_of(const Scope& scope, const ReachColumns& columns) {
  switch (scope.level) {
    case Scope::Level::everything:
      return {all, "", false};
    case Scope::Level::group:
      return of_column(scope.is_subgroup ? columns.group : columns.top_group, scope.group.text);
    case Scope::Level::organization:
      return of_column(columns.organization, scope.organization.text);
    case Scope::Level::nothing:
      break;
  }
  return {none, ""};
}

}  // namespace expogate
