#pragma once
#include <span>
#include <string>
#include <vector>

#include "platform/db/tx.h"

namespace expogate::db {

/// Something that must not be in the tables, for `expogate verify`.
struct Check {
  const char* meaning;  ///< what is wrong when it is found
  const char* sql;      ///< names what is wrong, a text a row
};

/// A line for everything that the checks find; none is the only good answer.
inline std::vector<std::string> run_checks(Tx& tx, const std::string& about, std::span<const Check> checks) {
  std::vector<std::string> wrong;
  for (auto& check : checks)
    for (auto& name : tx.query<std::string>(check.sql))
      wrong.push_back(about + ": " + check.meaning + ": " + name);
  return wrong;
}

}  // namespace expogate::db
