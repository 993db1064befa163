#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace expogate::db {

/// Prepared statements by their text, the least recently used one dropped beyond the limit: lists build their
/// text from the filters present, so the number of texts is large but not the number in use.
template <class Statement>
class StatementCache {
 public:
  explicit StatementCache(std::size_t limit) : limit_(limit) {}

  Statement* find(std::string_view sql) {
    auto it = entries_.find(sql);
    if (it == entries_.end()) return nullptr;
    it->second.last_use = ++uses_;
    return &it->second.statement;
  }

  /// Keeps a new statement; `drop` is called for the one that leaves.
  template <class Drop>
  Statement& keep(std::string_view sql, Statement statement, Drop&& drop) {
    if (entries_.size() >= limit_) {
      auto oldest = entries_.begin();
      for (auto it = entries_.begin(); it != entries_.end(); ++it)
        if (it->second.last_use < oldest->second.last_use) oldest = it;
      drop(oldest->second.statement);
      entries_.erase(oldest);
    }
    auto [it, is_new] = entries_.emplace(std::string(sql), Entry{std::move(statement), ++uses_});
    return it->second.statement;
  }

  void clear() { entries_.clear(); }

 private:
  struct Entry {
    Statement statement;
    std::uint64_t last_use;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
  std::uint64_t uses_ = 0;
  std::size_t limit_;
};

constexpr std::size_t statement_cache_limit = 500;

}  // namespace expogate::db
