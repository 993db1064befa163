#include "base/permission.h"
#include "gate/gate_http.h"
#include "platform/wire/page_query.h"

namespace expogate::gate {

struct DayQuery {
  std::optional<CivilDate> day;
};
BOOST_DESCRIBE_STRUCT(DayQuery, (), (day))

struct EntryFiguresView {
  std::int64_t persons = 0;  ///< who has entered; each counts once
  std::int64_t inside = 0;   ///< who is inside now
  std::vector<HourCount> hours;
};
BOOST_DESCRIBE_STRUCT(EntryFiguresView, (), (persons, inside, hours))

namespace {

Conflict as_it_is(const Conflict& conflict) {
  return conflict;
}

}  // namespace

void add_figures_routes(wire::Router& router, FiguresService& figures) {
  router.get("/entry_figures", "entry_figures_get")
      .allow(Permission::see_entries)
      .summary("A day at the gates so far: persons, who is inside, scans by gate, hour and answer")
      .handle([&](const Caller& caller, const DayQuery& q) {
        auto found = figures.get(caller, q.day);
        return EntryFiguresView{found.persons, found.inside, std::move(found.hours)};
      });

  router.get("/entry_conflicts", "entry_conflict_list")
      .allow(Permission::see_entries)
      .summary(
          "What devices without network could not know: admitted twice, or on a badge that was not good any "
          "more")
      .handle([&](const Caller& caller, const DayQuery& q) {
        return wire::list_view(figures.list_conflicts(caller, q.day), as_it_is);
      });
}

}  // namespace expogate::gate
