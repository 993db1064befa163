#pragma once
#include <initializer_list>
#include <list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/page.h"
#include "base/reach.h"
#include "platform/db/tx.h"

namespace expogate::db {

inline const ErrorCode sort_unknown{"list.sort_unknown", "不支持按此列排序",
                                    "Sorting by this column is not supported"};

/// A list whose filters vary: the text is built from the filters that are present (never `$1 is null or …`,
/// which ruins the plan), so each combination is prepared once. Two statements make a page: the rows, and
/// their number.
class ListQuery {
 public:
  ListQuery(std::string_view from, std::string_view columns) : from_(from), columns_(columns) {}

  /// Adds a join; each `?` takes the next value. Joins come before conditions.
  template <class... Values>
  ListQuery& join(std::string_view clause, const Values&... values) {
    std::array<Param, sizeof...(Values)> params{kept(to_param(values))...};
    from_ += " " + numbered(clause, params);
    return *this;
  }

  /// A unique column, or some that are so together, by which a page's rows are looked up once they are known,
  /// so that what a deep page skips is read from an index alone, where there is one.
  ListQuery& keyed_by(std::string_view column) {
    key_ = column;
    return *this;
  }

  /// Adds a join that only the shown columns need: the number of rows is counted without it.
  ListQuery& show(std::string_view clause) {
    shown_ += " " + std::string(clause);
    return *this;
  }

  /// Adds a condition; each `?` takes the next value.
  template <class... Values>
  ListQuery& where(std::string_view condition, const Values&... values) {
    std::array<Param, sizeof...(Values)> params{kept(to_param(values))...};
    add_condition(condition, params);
    return *this;
  }

  /// The rows that a caller reaches; no condition for whoever reaches all.
  ListQuery& where_reached(const Reach& reach) {
    return reach.is_limit ? where(reach.condition, reach.id) : *this;
  }

  /// `column in (…)`; an empty choice is no condition.
  template <class Value>
  ListQuery& where_in(std::string_view column, const std::vector<Value>& values) {
    if (values.empty()) return *this;
    std::vector<Param> params;
    std::string marks;
    for (auto& value : values) {
      params.push_back(kept(to_param(value)));
      marks += marks.empty() ? "?" : ", ?";
    }
    add_condition(std::string(column) + " in (" + marks + ")", params);
    return *this;
  }

  /// A condition with a `?` for each of these values.
  template <class Value>
  ListQuery& where_values(std::string_view condition, const std::vector<Value>& values) {
    std::vector<Param> params;
    for (auto& value : values) params.push_back(kept(to_param(value)));
    add_condition(condition, params);
    return *this;
  }

  /// `sort` as the caller wrote it (`-created_at`), checked against what may be sorted by; `tie` makes the
  /// order total, unless the order begins with it already.
  ListQuery& order_by(const std::string& sort,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> allowed,
                      std::string_view otherwise, std::string_view tie);

  template <class Row>
  Page<Row> page(Tx& tx, const PageRequest& request) {
    Page<Row> page;
    page.page = request.page;
    page.page_size = request.page_size;
    auto params = params_;
    params.push_back(std::int64_t(request.page_size));
    params.push_back(request.offset());
    page.items = tx.query_with<Row>(rows_sql(), params);
    page.total = tx.query_with<std::int64_t>(count_sql(), params_).front();
    page.total_is_capped = page.total > count_cap;
    if (page.total_is_capped) page.total = count_cap;
    return page;
  }

  /// The first rows, for work that goes through a list in pieces.
  template <class Row>
  std::vector<Row> first(Tx& tx, int limit) const {
    auto params = params_;
    params.push_back(std::int64_t(limit));
    return tx.query_with<Row>(first_sql(), params);
  }

  /// Every row, for lists that are short by their nature.
  template <class Row>
  std::vector<Row> all(Tx& tx) const {
    return tx.query_with<Row>(all_sql(), params_);
  }

  std::string all_sql() const;
  std::string first_sql() const;
  std::string rows_sql() const;
  std::string count_sql() const;
  static constexpr std::int64_t count_cap = 1'000'000;

 private:
  Param kept(Param param);
  void add_condition(std::string_view condition, std::span<const Param> values);
  std::string numbered(std::string_view text, std::span<const Param> values);
  std::string from_, columns_, key_, shown_, conditions_, order_;
  std::vector<Param> params_;
  std::list<std::string> texts_;  // values live as long as the query
};

/// A condition with its values, for `where_values`.
struct NamePart {
  std::string sql;
  std::vector<std::string> values;
};

/// Rows whose name holds what somebody typed: `folded` is sought in the folded column. What folds to nothing
/// (`·`) is sought as it was typed: a condition that is given is never dropped.
NamePart name_part(const std::string& folded, const std::string& typed, std::string_view folded_column,
                   std::initializer_list<std::string_view> columns);

/// `%` and `_` in what people type are letters, not wildcards; use with `like ? escape '!'`.
std::string like_pattern(std::string_view typed);

}  // namespace expogate::db
