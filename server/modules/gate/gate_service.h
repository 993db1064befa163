#pragma once
#include <vector>

#include "base/caller.h"
#include "gate/gate.h"
#include "platform/db/database.h"

namespace expogate::gate {

/// The entrances of an edition, as the supervisor names them.
class GateService {
 public:
  GateService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  std::vector<Gate> list(const Caller& caller);
  Gate add(const Caller& caller, const std::string& name_zh, const std::string& name_en);
  Gate change(const Caller& caller, Gate wanted, std::int64_t version);

 private:
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::gate
