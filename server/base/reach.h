#pragma once
#include <string>
#include <string_view>

#include "base/caller.h"

namespace expogate {

/// The columns of a table by which a caller's rows are told; an empty one: nobody of that level has rows
/// there.
struct ReachColumns {
  std::string_view organization, group, top_group;
};

/// What a caller reaches of a table's rows (ACC-06), as a condition in which `?` takes the id.
struct Reach {
  std::string condition;
  std::string id;
  bool is_limit = true;  ///< false for whoever reaches all

  /// The condition for a statement whose id is the parameter of this number.
  std::string numbered(int number) const;
};

Reach reach_of(const Scope& scope, const ReachColumns& columns);

}  // namespace expogate
