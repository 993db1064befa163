#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "platform/db/tx.h"

namespace expogate::db {

/// Where the data lives: a file (SQLite) or a server (PostgreSQL).
struct DatabaseSettings {
  std::string url;             ///< `sqlite:data/expogate.db` or `postgresql://…`
  int connections = 8;         ///< readers (SQLite) or pooled connections (PostgreSQL)
  int write_batch = 64;        ///< SQLite: closures in one commit at most
  int write_queue = 4096;      ///< SQLite: waiting closures at most, then `busy`
  bool is_synchronous = true;  ///< SQLite: `synchronous=FULL`; false only for throw-away seeds
};

/// Reads and writes. One use case is one `write`; its closure does no I/O of its own and can be repeated.
class Database {
 public:
  virtual ~Database() = default;
  virtual Engine engine() const = 0;

  /// Runs `work(Tx&)` on a reading connection; inside a write of this thread it sees that write.
  template <class Work>
  auto read(Work&& work) {
    return returning(work, [&](const std::function<void(Tx&)>& run) { run_read(run); });
  }

  /// Runs `work(Tx&)` as one transaction: all of it or, when it throws, nothing. Inside another write of this
  /// thread it joins that one, so that a request with an idempotency key is a single transaction.
  template <class Work>
  auto write(Work&& work) {
    return returning(work, [&](const std::function<void(Tx&)>& run) { run_write(run); });
  }

  /// A connection of one's own with full rights, for migrations and backups.
  virtual std::unique_ptr<Connection> open_connection() = 0;

  /// Ends what is running and closes; later calls fail.
  virtual void close() = 0;

  /// Waiting write closures, for the metrics.
  virtual std::size_t waiting_writes() const { return 0; }

 protected:
  virtual void run_read(const std::function<void(Tx&)>& work) = 0;
  virtual void run_write(const std::function<void(Tx&)>& work) = 0;

 private:
  template <class Work, class Run>
  static auto returning(Work& work, Run&& run) {
    using Result = std::invoke_result_t<Work&, Tx&>;
    if constexpr (std::is_void_v<Result>) {
      run([&](Tx& tx) { work(tx); });
    } else {
      std::optional<Result> result;
      run([&](Tx& tx) { result.emplace(work(tx)); });
      return std::move(*result);
    }
  }
};

/// Opens by the URL's scheme; throws db::Error with the reason.
std::unique_ptr<Database> open_database(const DatabaseSettings& settings);
std::unique_ptr<Database> open_sqlite(const DatabaseSettings& settings);
std::unique_ptr<Database> open_postgres(const DatabaseSettings& settings);

/// The write transaction that this thread is inside of, if any. Used by the engines to join nested calls.
class JoinedWrite {
 public:
  explicit JoinedWrite(Tx& tx);
  ~JoinedWrite();
  JoinedWrite(const JoinedWrite&) = delete;
  static Tx* current();
  /// Runs `work` in the transaction that this thread is inside of. When it throws, that one can only fail
  /// too, unless the work was an attempt.
  static void run(Tx& tx, const std::function<void(Tx&)>& work);
};

/// Statements run by this thread since it started; the difference over a request is logged with it.
std::int64_t& statement_count();

}  // namespace expogate::db
