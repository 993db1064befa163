#pragma once
#include <boost/describe/class.hpp>
#include <optional>
#include <string>

namespace expogate {

/// What a caller may do with a row now, and if not, why: screens show it and know no rules themselves.
struct AllowedAction {
  std::string action;
  bool allowed = false;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AllowedAction, (), (action, allowed, reason))

}  // namespace expogate
