#pragma once
#include <functional>
#include <optional>
#include <string>

#include "base/page.h"
#include "platform/wire/codec.h"

namespace expogate::wire {

/// What every list takes; the filters of a list are the members of a struct derived from this (API-02).
struct PageQuery {
  std::optional<int> page, page_size;
  std::optional<std::string> sort;
};
BOOST_DESCRIBE_STRUCT(PageQuery, (), (page, page_size, sort))

/// Checked: pages from 1, at most 200 rows each.
PageRequest page_request(const PageQuery& query);

/// A page as it is sent. A struct of its own, because templates of `Page<Row>` cannot be described in one
/// line.
template <class Row>
struct PageOf {
  std::vector<Row> items;
  int page = 1, page_size = 50;
  std::int64_t total = 0;
  bool total_is_capped = false;
  BOOST_DESCRIBE_CLASS(PageOf, (), (items, page, page_size, total, total_is_capped), (), ())
};

/// All rows of a short list.
template <class Row>
struct ListOf {
  std::vector<Row> items;
  BOOST_DESCRIBE_CLASS(ListOf, (), (items), (), ())
};

/// `view` makes what is sent of a row; without it rows are sent as they are.
template <class Row, class View = std::identity>
auto page_view(const Page<Row>& page, View&& view = {}) {
  PageOf<std::remove_cvref_t<std::invoke_result_t<View&, const Row&>>> out;
  for (auto& row : page.items) out.items.push_back(view(row));
  out.page = page.page;
  out.page_size = page.page_size;
  out.total = page.total;
  out.total_is_capped = page.total_is_capped;
  return out;
}

template <class Row, class View = std::identity>
auto list_view(const std::vector<Row>& rows, View&& view = {}) {
  ListOf<std::remove_cvref_t<std::invoke_result_t<View&, const Row&>>> out;
  for (auto& row : rows) out.items.push_back(view(row));
  return out;
}

}  // namespace expogate::wire
