#include "platform/db/list_query.h"

#include <fmt/format.h>

namespace expogate::db {

Param ListQuery::kept(Param param) {
  if (auto* text = std::get_if<std::string_view>(&param)) return std::string_view(texts_.emplace_back(*text));
  return param;
}

/// The text with `$n` for each `?`, its value kept as the n-th parameter.
std::string ListQuery::numbered(std::string_view text, std::span<const Param> values) {
  std::string out;
  std::size_t next = 0;
  for (char c : text) {
    if (c != '?') {
      out += c;
      continue;
    }
    expect(next < values.size(), "each ? of a clause has a value");
    params_.push_back(values[next++]);
    out += "$" + std::to_string(params_.size());
  }
  return out;
}

void ListQuery::add_condition(std::string_view condition, std::span<const Param> values) {
  conditions_ += (conditions_.empty() ? " where " : " and ") + numbered(condition, values);
}

ListQuery& ListQuery::order_by(const std::string& sort,
                               std::initializer_list<std::pair<std::string_view, std::string_view>> allowed,
                               std::string_view otherwise, std::string_view tie) {
  order_ = fmt::format(" order by {}", otherwise);
  if (!otherwise.starts_with(tie)) order_ += fmt::format(", {} desc", tie);
  if (sort.empty()) return *this;
  std::string_view name = sort;
  bool is_descending = name.starts_with('-');
  if (is_descending) name.remove_prefix(1);
  for (auto& [public_name, expression] : allowed)
    if (public_name == name) {
      auto direction = is_descending ? "desc" : "asc";
      order_ = fmt::format(" order by {} {}", expression, direction);
      if (tie != expression) order_ += fmt::format(", {} {}", tie, direction);
      return *this;
    }
  throw ValidationError("sort", sort_unknown);
}

std::string ListQuery::all_sql() const {
  return fmt::format("select {} from {}{}{}{}", columns_, from_, shown_, conditions_, order_);
}

std::string ListQuery::first_sql() const {
  return fmt::format("{} limit ${}", all_sql(), params_.size() + 1);
}

std::string ListQuery::rows_sql() const {
  auto part = fmt::format(" limit ${} offset ${}", params_.size() + 1, params_.size() + 2);
  if (key_.empty()) return all_sql() + part;
  return fmt::format("select {0} from {1}{2} where ({3}) in (select {3} from {1}{4}{5}{6}){5}", columns_,
                     from_, shown_, key_, conditions_, order_, part);
}

std::string ListQuery::count_sql() const {
  return fmt::format("select count(*) from (select 1 from {}{} limit {}) as counted", from_, conditions_,
                     count_cap + 1);
}

NamePart name_part(const std::string& folded, const std::string& typed, std::string_view folded_column,
                   std::initializer_list<std::string_view> columns) {
  expect(!typed.empty(), "whoever seeks a name types something");
  if (!folded.empty()) return {fmt::format("{} like ? escape '!'", folded_column), {like_pattern(folded)}};
  NamePart part;
  for (auto column : columns) {
    part.sql += fmt::format("{}{} like ? escape '!'", part.sql.empty() ? "(" : " or ", column);
    part.values.push_back(like_pattern(typed));
  }
  part.sql += ")";
  return part;
}

std::string like_pattern(std::string_view typed) {
  std::string pattern = "%";
  for (char c : typed) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace expogate::db
