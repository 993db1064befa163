#include "statistics/statistics_service.h"

#include <algorithm>

#include "base/localized.h"
#include "platform/sheet/sheet_headings.h"
#include "platform/sheet/sheet_writer.h"
#include "platform/sheet/watermark.h"

namespace expogate::statistics {
namespace {

constexpr Instant beginning{0}, end_of_days{std::int64_t{1} << 52};

std::pair<Instant, Instant> span_of(const TableFilter& filter) {
  return {filter.from_on ? fair_day_start(*filter.from_on) : beginning,
          filter.to_on ? fair_day_end(*filter.to_on) : end_of_days};
}

/// The edition's entry days that the filter leaves.
std::vector<CivilDate> entry_days_of(const edition::Edition& edition, const TableFilter& filter) {
  auto last = std::min(filter.to_on.value_or(edition.entry_to_on), edition.entry_to_on);
  std::vector<CivilDate> all;
  for (auto day = std::max(filter.from_on.value_or(edition.entry_from_on), edition.entry_from_on);
       day <= last; day = next_day(day))
    all.push_back(day);
  return all;
}

constexpr EnumLabel registration_title{"registrations", "注册及审核情况表", "Registrations and reviews"};
constexpr EnumLabel entry_title{"entries", "入场情况表", "Admissions"};
constexpr EnumLabel group_column{"group", "交易团(分团)名称", "Trading group"};

constexpr EnumLabel registration_columns[] = {
    group_column,
    {"organizations", "注册单位数（家）", "Registered organizations"},
    {"enterprises", "其中企业数", "Of which enterprises"},
    {"attendees", "注册人员数（人）", "Registered attendees"},
    {"enterprise_attendees", "其中企业人数", "Of which from enterprises"},
    {"approved_organizations", "审核通过单位数（家）", "Approved organizations"},
    {"approved_enterprises", "其中企业数", "Of which enterprises"},
    {"locked_attendees", "锁定提交人员数（人）", "Submitted attendees"},
    {"locked_enterprise_attendees", "其中企业人数", "Of which from enterprises"},
    {"badge_attendees", "已提交办证人数（人）", "Badge applications"},
    {"badge_enterprise_attendees", "其中企业人数", "Of which from enterprises"},
};

constexpr EnumLabel entry_columns[] = {
    group_column,
    {"approved_attendees", "审核通过人数（人）", "Approved attendees"},
    {"entered_organizations", "入场单位数（家）", "Organizations admitted"},
    {"entered_attendees", "入场人数（人）", "Visitors admitted"},
    {"entered_of_enterprises", "其中企业人数", "Of which from enterprises"},
    {"person_days", "入场人次", "Total visits"},
};

template <class Table>
void add_rows(Table& table, const GroupRows& groups) {
  for (auto& group : groups.rows()) {
    auto& row = table.rows.emplace_back();
    static_cast<GroupRow&>(row) = group;
  }
}

/// Into the row of its group, and into the total.
template <class Figures, class Table, class Count>
void add_count(Table& table, const GroupRows& groups, const Count& count) {
  auto row = groups.row_of(count.trading_group_id);
  if (!row) return;
  add_figures<Figures>(table.rows[*row], count);
  add_figures<Figures>(table.total, count);
}

template <class Figures>
void append(std::vector<SheetCell>& cells, const Figures& figures) {
  boost::mp11::mp_for_each<boost::describe::describe_members<Figures, boost::describe::mod_public>>(
      [&](auto member) { cells.emplace_back(double(figures.*member.pointer)); });
}

std::vector<SheetCell> cells_of(const std::string& name, const RegistrationFigures& figures) {
  std::vector<SheetCell> cells{name};
  append(cells, figures);
  return cells;
}

std::vector<SheetCell> cells_of(const std::string& name, const EntrySums& sums) {
  std::vector<SheetCell> cells{name};
  append<EntryFigures>(cells, sums);
  for (auto persons : sums.by_day) cells.emplace_back(double(persons));
  return cells;
}

}  // namespace

RegistrationTable StatisticsService::registrations(const Caller& caller, const TableFilter& filter) {
  auto [from, before] = span_of(filter);
  return database_.read([&, from = from, before = before](db::Tx& tx) {
    GroupRows groups(store::list_groups(tx), caller.scope, filter.group_id);
    RegistrationTable table;
    table.as_of = clock_.now();
    add_rows(table, groups);
    for (auto& count : store::count_registrations(tx, caller.edition, from, before))
      add_count<RegistrationFigures>(table, groups, count);
    return table;
  });
}

EntryTable StatisticsService::entries(const Caller& caller, const TableFilter& filter) {
  EntryTable table;
  table.days = entry_days_of(editions_.get_edition(caller.edition), filter);
  return database_.read([&](db::Tx& tx) {
    GroupRows groups(store::list_groups(tx), caller.scope, filter.group_id);
    table.as_of = clock_.now();
    add_rows(table, groups);
    for (auto& row : table.rows) row.by_day.resize(table.days.size());
    table.total.by_day.resize(table.days.size());
    if (table.days.empty()) return table;
    for (auto& count : store::count_entries(tx, caller.edition, table.days.front(), table.days.back()))
      add_count<EntryFigures>(table, groups, count);
    for (auto& count : store::count_days(tx, caller.edition, table.days.front(), table.days.back())) {
      auto row = groups.row_of(count.trading_group_id);
      if (!row) continue;
      auto day = std::ranges::find(table.days, count.day) - table.days.begin();
      for (EntrySums* sums : {static_cast<EntrySums*>(&table.rows[*row]), &table.total}) {
        sums->by_day[day] += count.persons;
        sums->person_days += count.persons;
      }
    }
    return table;
  });
}

template <class Table>
SheetFile StatisticsService::sheet_of(const Caller& caller, const EnumLabel& title,
                                      const std::vector<std::string>& headings, const Table& table) {
  auto now = clock_.now();
  SheetWriter writer(working_folder_ / new_id_text(now), std::string(title.words(caller.locale)), headings,
                     watermark_of(caller, now));
  for (auto& row : table.rows)
    writer.add_row(cells_of(localized(caller.locale, row.name_zh, row.name_en), row));
  writer.add_total(cells_of(caller.locale == Locale::en ? "Total" : "总计", table.total));
  return writer.finish_as_file(now);
}

SheetFile StatisticsService::registration_sheet(const Caller& caller, const TableFilter& filter) {
  return sheet_of(caller, registration_title, sheet_headings(registration_columns, caller.locale),
                  registrations(caller, filter));
}

SheetFile StatisticsService::entry_sheet(const Caller& caller, const TableFilter& filter) {
  auto table = entries(caller, filter);
  auto headings = sheet_headings(entry_columns, caller.locale);
  for (auto& day : table.days) headings.push_back(day.text);
  return sheet_of(caller, entry_title, headings, table);
}

}  // namespace expogate::statistics
