#pragma once
#include "base/caller.h"
#include "gate/figures.h"
#include "platform/db/database.h"

namespace expogate::gate {

class FiguresService {
 public:
  FiguresService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  /// Of today unless another day is named.
  Figures get(const Caller& caller, const std::optional<CivilDate>& day);
  std::vector<Conflict> list_conflicts(const Caller& caller, const std::optional<CivilDate>& day);

 private:
  CivilDate day_of(const std::optional<CivilDate>& day) const {
    return day.value_or(fair_date(clock_.now()));
  }
  db::Database& database_;
  const Clock& clock_;
};

}  // namespace expogate::gate
