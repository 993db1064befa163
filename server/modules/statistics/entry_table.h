#pragma once
#include "edition/edition.h"
#include "statistics/registration_table.h"

namespace expogate::statistics {

/// 入场情况表: who came, each person once; of which enterprises.
struct EntryFigures {
  std::int64_t approved_attendees = 0;                             ///< who may come, whatever the days
  std::int64_t entered_organizations = 0;                          ///< of whom somebody came
  std::int64_t entered_attendees = 0, entered_of_enterprises = 0;  ///< on any of the days
  std::int64_t person_days = 0;                                    ///< the sum of the days
};
BOOST_DESCRIBE_STRUCT(EntryFigures, (),
                      (approved_attendees, entered_organizations, entered_attendees, entered_of_enterprises,
                       person_days))

struct EntrySums : EntryFigures {
  std::vector<std::int64_t> by_day;  ///< persons on each of the table's days
};
BOOST_DESCRIBE_STRUCT(EntrySums, (EntryFigures), (by_day))

struct EntryTableRow : GroupRow, EntrySums {};
BOOST_DESCRIBE_STRUCT(EntryTableRow, (GroupRow, EntrySums), ())

struct EntryTable {
  std::vector<CivilDate> days;
  std::vector<EntryTableRow> rows;
  EntrySums total;
  Instant as_of;
};
BOOST_DESCRIBE_STRUCT(EntryTable, (), (days, rows, total, as_of))

struct EntryCount : EntryFigures {
  std::optional<TradingGroupId> trading_group_id;
};
BOOST_DESCRIBE_STRUCT(EntryCount, (EntryFigures), (trading_group_id))

struct DayCount {
  std::optional<TradingGroupId> trading_group_id;
  CivilDate day;
  std::int64_t persons = 0;
};
BOOST_DESCRIBE_STRUCT(DayCount, (), (trading_group_id, day, persons))

namespace store {
/// What each group's own people come to on these days.
std::vector<EntryCount> count_entries(db::Tx& tx, const EditionId& edition, const CivilDate& from,
                                      const CivilDate& to);
std::vector<DayCount> count_days(db::Tx& tx, const EditionId& edition, const CivilDate& from,
                                 const CivilDate& to);
}  // namespace store

}  // namespace expogate::statistics
