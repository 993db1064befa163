#pragma once
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace expogate {

/// The rows in the order of their keys, however they were read; a key without a row is left out.
template <class Row, class Key, class KeyOf>
std::vector<Row> in_order(std::vector<Row> rows, const std::vector<Key>& keys, KeyOf&& key_of) {
  std::map<Key, std::size_t> places;
  for (std::size_t i = 0; i < rows.size(); ++i) places.emplace(key_of(rows[i]), i);
  std::vector<Row> ordered;
  for (auto& key : keys)
    if (auto found = places.find(key); found != places.end())
      ordered.push_back(std::move(rows[found->second]));
  return ordered;
}

/// Takes the keys from `first` on, at most `count` of them.
template <class Key>
std::vector<Key> piece_of(const std::vector<Key>& keys, std::size_t first, std::size_t count) {
  auto last = first + count < keys.size() ? first + count : keys.size();
  return {keys.begin() + std::ptrdiff_t(first), keys.begin() + std::ptrdiff_t(last)};
}

}  // namespace expogate
