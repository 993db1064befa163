#pragma once
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/db/connection.h"

namespace expogate::db {

/// What a store function works with: the statements of one transaction (or of one read).
class Tx {
 public:
  explicit Tx(Connection& connection) : connection_(connection) {}
  Tx(const Tx&) = delete;

  Engine engine() const { return connection_.engine(); }

  /// All rows of a query, each as a T (a described struct, or a single value).
  template <class T, class... Args>
  std::vector<T> query(std::string_view sql, const Args&... args) {
    return query_with<T>(sql, std::array<Param, sizeof...(Args)>{to_param(args)...});
  }

  /// The same with parameters gathered at run time, for lists whose filters vary.
  template <class T>
  std::vector<T> query_with(std::string_view sql, Params params) {
    std::vector<T> rows;
    connection_.run(sql, params,
                    [&](const Row& row, ColumnMap& map) { rows.push_back(decode_row<T>(row, map)); });
    return rows;
  }

  /// The first row, if there is one.
  template <class T, class... Args>
  std::optional<T> one(std::string_view sql, const Args&... args) {
    auto rows = query<T>(sql, args...);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
  }

  /// A value that the query always gives, such as a count.
  template <class T, class... Args>
  T value(std::string_view sql, const Args&... args) {
    auto row = one<T>(sql, args...);
    if (!row) throw Error(Fault::other, "a query that always gives a row gave none");
    return *row;
  }

  /// A statement without rows; returns how many it changed.
  template <class... Args>
  std::int64_t exec(std::string_view sql, const Args&... args) {
    return connection_.run(sql, std::array<Param, sizeof...(Args)>{to_param(args)...}, {});
  }

  void batch(std::string_view sql, std::span<const std::vector<Param>> rows) { connection_.batch(sql, rows); }

  /// Runs `work()` within this transaction: all of it or, when it throws, nothing, while the rest stands.
  template <class Work>
  void attempt(Work&& work) {
    exec("savepoint attempt");
    auto actions = after_commit_.size();
    bool was_spoiled = is_spoiled_;
    try {
      work();
    } catch (...) {
      exec("rollback to attempt");
      exec("release attempt");
      after_commit_.resize(actions);
      is_spoiled_ = was_spoiled;
      throw;
    }
    exec("release attempt");
  }

  /// A write that joined this transaction has failed: whoever catches that must not commit the half of it.
  void spoil() { is_spoiled_ = true; }
  void require_unspoiled() const;

  /// Runs once the transaction has been committed, on the thread that asked for it; never for a rolled-back
  /// one.
  void after_commit(std::function<void()> action) { after_commit_.push_back(std::move(action)); }
  std::vector<std::function<void()>> take_after_commit() { return std::move(after_commit_); }

 private:
  Connection& connection_;
  std::vector<std::function<void()>> after_commit_;
  bool is_spoiled_ = false;
};

}  // namespace expogate::db
