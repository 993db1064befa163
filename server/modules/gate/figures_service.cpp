#include "gate/figures_service.h"

namespace expogate::gate {

Figures FiguresService::get(const Caller& caller, const std::optional<CivilDate>& day) {
  return database_.read([&](db::Tx& tx) { return store::get_figures(tx, caller.edition, day_of(day)); });
}

std::vector<Conflict> FiguresService::list_conflicts(const Caller& caller,
                                                     const std::optional<CivilDate>& day) {
  return database_.read(
      [&](db::Tx& tx) { return store::list_conflicts(tx, caller.edition, day_of(day), most_conflicts); });
}

}  // namespace expogate::gate
