#include "platform/sheet/sheet_table.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "platform/sheet/csv.h"

namespace expogate {
namespace {

constexpr std::size_t most_errors_shown = 200;

const ErrorCode column_missing{"sheet.column_missing", "缺少此列", "This column is missing"};
const ErrorCode column_doubled{"sheet.column_doubled", "此列重复出现", "This column stands there twice"};

bool is_heading_of(const EnumLabel& column, std::string_view heading) {
  auto key = fold_key(heading);
  return key == column.name || key == fold_key(column.zh) || key == fold_key(column.en);
}

/// Finds the places of the columns in the headings, then takes the cells from there.
class TableBuilder {
 public:
  explicit TableBuilder(std::span<const EnumLabel> columns) : columns_(columns) {}

  void take(std::uint32_t number, const std::vector<std::string>& cells) {
    if (places_.empty())
      take_headings(number, cells);
    else if (table.errors.empty())
      take_row(number, cells);
  }

  SheetTable table;

 private:
  void take_headings(std::uint32_t number, const std::vector<std::string>& headings) {
    for (auto& column : columns_) {
      auto matches = [&](const std::string& heading) { return is_heading_of(column, heading); };
      auto found = std::find_if(headings.begin(), headings.end(), matches);
      if (found == headings.end())
        table.errors.push_back({number, &column, &column_missing});
      else if (std::find_if(found + 1, headings.end(), matches) != headings.end())
        table.errors.push_back({number, &column, &column_doubled});
      places_.push_back(static_cast<std::size_t>(found - headings.begin()));
    }
  }

  void take_row(std::uint32_t number, const std::vector<std::string>& cells) {
    SheetTable::Row row{number, {}};
    bool holds_anything = false;
    for (auto place : places_) {
      row.cells.emplace_back(place < cells.size() ? trimmed(cells[place]) : std::string_view{});
      holds_anything = holds_anything || !row.cells.back().empty();
    }
    if (holds_anything) table.rows.push_back(std::move(row));
  }

  std::span<const EnumLabel> columns_;
  std::vector<std::size_t> places_;
};

}  // namespace

SheetTable read_table(std::string_view bytes, const SheetLimits& limits, std::span<const EnumLabel> columns) {
  TableBuilder builder(columns);
  auto refusal =
      read_sheet(bytes, limits, [&](std::uint32_t number, auto& cells) { builder.take(number, cells); });
  if (refusal) throw ValidationError("file", code_of(*refusal));
  if (builder.table.rows.empty() && builder.table.errors.empty()) builder.take(1, {});
  return std::move(builder.table);
}

std::optional<SheetTable> read_csv_table(std::string_view csv, std::span<const EnumLabel> columns) {
  auto records = parse_csv(csv);
  if (!records) return std::nullopt;
  TableBuilder builder(columns);
  std::uint32_t number = 0;
  for (auto& record : *records) builder.take(++number, record);
  return std::move(builder.table);
}

void report_errors(ImportReport& report, std::vector<SheetError> errors, Locale locale) {
  std::stable_sort(errors.begin(), errors.end(),
                   [](auto& a, auto& b) { return std::tie(a.row, a.column) < std::tie(b.row, b.column); });
  report.error_count = static_cast<int>(errors.size());
  errors.resize(std::min(errors.size(), most_errors_shown));
  for (auto& error : errors)
    report.errors.push_back({static_cast<int>(error.row), std::string(error.column->words(locale)),
                             std::string(error.code->code), message_of(*error.code, locale, error.details)});
}

}  // namespace expogate
