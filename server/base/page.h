#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace expogate {

/// Which part of a list is wanted. `sort` is a column name, `-` in front for descending.
struct PageRequest {
  int page = 1;
  int page_size = 50;
  std::string sort;
  std::int64_t offset() const { return std::int64_t(page - 1) * page_size; }
};

/// One page of a list with the number of all rows; counting stops at `count_cap`, then `total_is_capped`.
template <class Row>
struct Page {
  std::vector<Row> items;
  int page = 1;
  int page_size = 50;
  std::int64_t total = 0;
  bool total_is_capped = false;
};

}  // namespace expogate
