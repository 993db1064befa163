#include "platform/sheet/sheet_table.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "platform/sheet/csv.h"
#include "platform/text/text_gate.h"

namespace expogate {
namespace {

constexpr std::size_t most_errors_shown = 200;

const ErrorCode column_missing{"sheet.column_missing", "工作表“{sheet}”缺少此列",
                               "This column is missing from the sheet “{sheet}”"};
const ErrorCode column_doubled{"sheet.column_doubled", "此列在工作表“{sheet}”中重复出现",
                               "This column appears more than once in the sheet “{sheet}”"};

bool is_heading_of(const EnumLabel& column, std::string_view heading) {
  auto key = fold_key(heading);
  return key == column.name || key == fold_key(column.zh) || key == fold_key(column.en);
}

/// Finds the places of the columns in the headings, then takes the cells from there.
class TableBuilder {
 public:
  /// What a person has written is refused by its cell; what a machine has, nobody can correct: it is marked.
  enum class Writer { person, machine };
  TableBuilder(std::span<const EnumLabel> columns, Writer writer) : columns_(columns), writer_(writer) {}

  void take(std::uint32_t number, const std::vector<std::string>& cells) {
    if (places_.empty())
      take_headings(number, cells);
    else if (!lacks_columns_)
      take_row(number, cells);
  }

  SheetTable table;

 private:
  void take_headings(std::uint32_t number, const std::vector<std::string>& headings) {
    for (auto& column : columns_) {
      auto matches = [&](const std::string& heading) { return is_heading_of(column, heading); };
      auto found = std::find_if(headings.begin(), headings.end(), matches);
      if (found == headings.end())
        table.errors.push_back({number, &column, &column_missing, {{"sheet", table.name}}});
      else if (std::find_if(found + 1, headings.end(), matches) != headings.end())
        table.errors.push_back({number, &column, &column_doubled, {{"sheet", table.name}}});
      places_.push_back(static_cast<std::size_t>(found - headings.begin()));
    }
    lacks_columns_ = !table.errors.empty();
  }

  void take_row(std::uint32_t number, const std::vector<std::string>& cells) {
    SheetTable::Row row{number, {}};
    bool holds_anything = false;
    std::vector<SheetError> errors;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      auto text = places_[i] < cells.size() ? cells[places_[i]] : "";
      if (auto fault = admit(text, text_kind_of(columns_[i].name))) {
        if (writer_ == Writer::machine)
          text = shown(text);
        else
          errors.push_back({number, &columns_[i], fault.code, fault.details});
      }
      holds_anything = holds_anything || !text.empty();
      row.cells.push_back(std::move(text));
    }
    if (holds_anything) table.errors.insert(table.errors.end(), errors.begin(), errors.end());
    if (holds_anything) table.rows.push_back(std::move(row));
  }

  std::span<const EnumLabel> columns_;
  Writer writer_;
  std::vector<std::size_t> places_;
  bool lacks_columns_ = false;
};

}  // namespace

SheetTable read_table(std::string_view bytes, const SheetLimits& limits, std::span<const EnumLabel> columns) {
  TableBuilder builder(columns, TableBuilder::Writer::person);
  auto refusal = read_sheet(
      bytes, limits, [&](std::uint32_t number, auto& cells) { builder.take(number, cells); },
      &builder.table.name);
  if (refusal) throw ValidationError("file", code_of(*refusal));
  if (builder.table.rows.empty() && builder.table.errors.empty()) builder.take(1, {});
  return std::move(builder.table);
}

std::optional<SheetTable> read_csv_table(std::string_view csv, std::span<const EnumLabel> columns) {
  auto records = parse_csv(csv);
  if (!records) return std::nullopt;
  TableBuilder builder(columns, TableBuilder::Writer::machine);
  builder.table.name = "CSV";
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
