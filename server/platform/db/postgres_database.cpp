#include <chrono>
#include <thread>

#include "platform/db/connection_pool.h"
#include "platform/db/database.h"
#include "platform/db/postgres_connection.h"
#include "platform/log/log.h"

namespace expogate::db {
namespace {

/// How a write may end without having happened; then its closure is run again.
constexpr int most_attempts = 6;

class PostgresDatabase final : public Database {
 public:
  explicit PostgresDatabase(const DatabaseSettings& settings)
      : url_(settings.url),
        pool_(settings.connections, [this] { return std::make_unique<PostgresConnection>(url_); }) {
    pool_.borrow();  // a wrong address is told at start
  }

  Engine engine() const override { return Engine::postgres; }
  std::unique_ptr<Connection> open_connection() override {
    return std::make_unique<PostgresConnection>(url_);
  }
  void close() override {}

 protected:
  void run_read(const std::function<void(Tx&)>& work) override {
    if (auto* joined = JoinedWrite::current()) return work(*joined);
    for (int attempt = 1;; ++attempt) {
      try {
        auto connection = pool_.borrow();
        Tx tx(*connection);
        return work(tx);
      } catch (const Error& error) {
        // A connection that died while idle is only noticed when used.
        if (error.fault() != Fault::connection || attempt > 1) throw;
      }
    }
  }

  void run_write(const std::function<void(Tx&)>& work) override {
    if (auto* joined = JoinedWrite::current()) return JoinedWrite::run(*joined, work);
    for (int attempt = 1;; ++attempt) {
      try {
        return write_once(work);
      } catch (const UnknownCommit& lost) {
        throw Error(Fault::connection, lost.what());
      } catch (const Error& error) {
        bool may_help =
            error.fault() == Fault::serialization || (error.fault() == Fault::connection && attempt == 1);
        if (!may_help || attempt == most_attempts) throw;
        log::info("write_retried", {{"attempt", attempt}, {"reason", error.what()}});
        wait_a_little(attempt);
      }
    }
  }

 private:
  /// The connection was lost during COMMIT: nobody knows whether it happened, so it must not simply be
  /// repeated.
  struct UnknownCommit : std::runtime_error {
    using std::runtime_error::runtime_error;
  };

  void write_once(const std::function<void(Tx&)>& work) {
    auto connection = pool_.borrow();
    std::vector<std::function<void()>> after_commit;
    try {
      connection->begin();
      Tx tx(*connection);
      {
        JoinedWrite joined(tx);
        work(tx);
      }
      tx.require_unspoiled();
      after_commit = tx.take_after_commit();
    } catch (...) {
      connection->rollback();
      throw;
    }
    commit(*connection);
    for (auto& action : after_commit) action();
  }

  static void commit(Connection& connection) {
    try {
      connection.commit();
    } catch (const Error& error) {
      connection.rollback();
      if (error.fault() == Fault::connection) throw UnknownCommit(error.what());
      throw;
    }
  }

  /// Two transactions that met once would meet again in step: each waits a different little while.
  static void wait_a_little(int attempt) {
    thread_local unsigned state = unsigned(std::hash<std::thread::id>{}(std::this_thread::get_id())) | 1;
    state = state * 1664525 + 1013904223;
    std::this_thread::sleep_for(std::chrono::microseconds((state >> 16) % 2000 * unsigned(attempt)));
  }

  std::string url_;
  ConnectionPool pool_;
};

}  // namespace

std::unique_ptr<Database> open_postgres(const DatabaseSettings& settings) {
  return std::make_unique<PostgresDatabase>(settings);
}

}  // namespace expogate::db
