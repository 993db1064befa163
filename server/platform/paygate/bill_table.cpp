#include "platform/paygate/bill_table.h"

#include <algorithm>

#include "base/text.h"
#include "platform/paygate/amount.h"

namespace expogate::paygate {
namespace {

using Values = std::vector<std::string>;

std::string_view take_line(std::string_view& rest) {
  auto end = rest.find('\n');
  auto line = rest.substr(0, end);
  rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
  return trimmed(line);
}

/// WeChat Pay sets a backquote before each value of a line, so that a comma in a value is none between
/// values.
Values values_of(std::string_view line) {
  std::string_view mark = line.starts_with('`') ? ",`" : ",";
  if (line.starts_with('`')) line.remove_prefix(1);
  Values values;
  for (;;) {
    auto end = line.find(mark);
    values.emplace_back(trimmed(line.substr(0, end)));
    if (end == line.npos) return values;
    line.remove_prefix(end + mark.size());
  }
}

/// Puts together what commas in the name have torn apart.
bool fits(Values& values, std::size_t count, std::size_t name_place) {
  while (values.size() > count && name_place + 1 < values.size()) {
    values[name_place] += "," + values[name_place + 1];
    values.erase(values.begin() + std::ptrdiff_t(name_place) + 1);
  }
  return values.size() == count;
}

}  // namespace

std::optional<std::vector<Fields>> bill_lines(std::string_view text, std::string_view first_column,
                                              std::string_view name_column, std::string_view end) {
  auto begin = text.find(first_column);
  if (begin == text.npos) return std::nullopt;
  text.remove_prefix(begin);
  auto columns = values_of(take_line(text));
  auto name_place = std::size_t(std::find(columns.begin(), columns.end(), name_column) - columns.begin());
  std::vector<Fields> lines;
  while (!text.empty()) {
    auto line = take_line(text);
    if (line.starts_with(end)) break;
    if (line.empty()) continue;
    auto values = values_of(line);
    if (!fits(values, columns.size(), name_place)) return std::nullopt;
    Fields fields;
    for (std::size_t i = 0; i < columns.size(); ++i) fields[columns[i]] = values[i];
    lines.push_back(std::move(fields));
  }
  return lines;
}

std::optional<std::int64_t> booked_fen(std::string_view text) {
  if (text.empty()) return 0;
  if (text.starts_with('-')) text.remove_prefix(1);
  auto point = text.find('.');
  auto rest = point == text.npos ? std::string_view() : text.substr(std::min(point + 3, text.size()));
  bool is_digits = std::all_of(rest.begin(), rest.end(), [](char c) { return c >= '0' && c <= '9'; });
  auto fen = parse_yuan(text.substr(0, text.size() - rest.size()));
  if (!fen || !is_digits) return std::nullopt;
  return *fen + (!rest.empty() && rest.front() >= '5' ? 1 : 0);
}

}  // namespace expogate::paygate
