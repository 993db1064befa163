#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <future>
#include <mutex>
#include <thread>

#include "platform/db/connection_pool.h"
#include "platform/db/database.h"
#include "platform/db/sqlite_connection.h"
#include "platform/log/log.h"

namespace expogate::db {
namespace {

/// A write closure that waits for its turn. Shared: the batch still holds it when the waiter has gone on.
struct Job {
  const std::function<void(Tx&)>* work;
  std::promise<void> done;
  std::exception_ptr error;
  std::vector<std::function<void()>> after_commit;
  std::int64_t statements = 0;
};

/// The one writer of SQLite. Closures that wait together are committed together: each in a savepoint of its
/// own, one flush to disk for all, and nobody is told "done" before that flush.
class Writer {
 public:
  Writer(const std::string& file, const DatabaseSettings& settings)
      : connection_(file, {.is_synchronous = settings.is_synchronous}),
        batch_limit_(std::size_t(settings.write_batch)),
        queue_limit_(std::size_t(settings.write_queue)),
        thread_([this] { loop(); }) {}

  ~Writer() { stop(); }

  void run(const std::function<void(Tx&)>& work) {
    auto job = std::make_shared<Job>();
    job->work = &work;
    auto done = job->done.get_future();
    enqueue(job);
    done.get();
    statement_count() += job->statements;
    for (auto& action : job->after_commit) action();
  }

  void stop() {
    {
      std::lock_guard lock(mutex_);
      is_stopping_ = true;
    }
    has_work_.notify_all();
    if (thread_.joinable()) thread_.join();
  }

  std::size_t waiting() const {
    std::lock_guard lock(mutex_);
    return queue_.size();
  }

 private:
  using Batch = std::vector<std::shared_ptr<Job>>;

  void enqueue(std::shared_ptr<Job> job) {
    {
      std::lock_guard lock(mutex_);
      if (is_stopping_) throw Error(Fault::connection, "the database is closed");
      if (queue_.size() >= queue_limit_) throw Error(Fault::busy, "too many writes are waiting");
      queue_.push_back(std::move(job));
    }
    has_work_.notify_one();
  }

  void loop() {
    for (;;) {
      auto batch = next_batch();
      if (batch.empty()) return;
      auto failure = commit_together(batch);
      for (auto& job : batch) {
        if (auto error = failure ? failure : job->error)
          job->done.set_exception(error);
        else
          job->done.set_value();
      }
    }
  }

  /// Waits for work; empty only when stopping with nothing left to do.
  Batch next_batch() {
    std::unique_lock lock(mutex_);
    has_work_.wait(lock, [this] { return is_stopping_ || !queue_.empty(); });
    Batch batch;
    while (!queue_.empty() && batch.size() < batch_limit_) {
      batch.push_back(std::move(queue_.front()));
      queue_.pop_front();
    }
    return batch;
  }

  /// Returns the reason when the whole batch failed (begin or commit refused: disk full, I/O error).
  std::exception_ptr commit_together(Batch& batch) {
    try {
      connection_.begin();
      for (auto& job : batch) run_in_savepoint(*job);
      connection_.commit();
      return nullptr;
    } catch (...) {
      connection_.rollback();
      return std::current_exception();
    }
  }

  void run_in_savepoint(Job& job) {
    auto started = std::chrono::steady_clock::now();
    auto statements_before = statement_count();
    connection_.run("savepoint job", {}, {});
    try {
      Tx tx(connection_);
      JoinedWrite joined(tx);
      (*job.work)(tx);
      tx.require_unspoiled();
      job.after_commit = tx.take_after_commit();
    } catch (...) {
      job.error = std::current_exception();
      connection_.run("rollback to job", {}, {});
    }
    connection_.run("release job", {}, {});
    job.statements = statement_count() - statements_before;
    auto took = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
    if (took > slow_write_ms)
      log::warn("slow_write_finished", {{"ms", took}, {"statements", job.statements}});
  }

  /// Every other writer waits while one closure runs, so a slow one deserves a line in the log.
  static constexpr double slow_write_ms = 50;

  SqliteConnection connection_;
  std::size_t batch_limit_, queue_limit_;
  mutable std::mutex mutex_;
  std::condition_variable has_work_;
  std::deque<std::shared_ptr<Job>> queue_;
  bool is_stopping_ = false;
  std::thread thread_;
};

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(const DatabaseSettings& settings)
      : file_(settings.url.substr(std::string_view("sqlite:").size())),
        is_synchronous_(settings.is_synchronous),
        writer_((ensure_folder(file_), file_), settings),
        readers_(settings.connections, [this] {
          return std::make_unique<SqliteConnection>(file_, SqliteOptions{.is_read_only = true});
        }) {}

  Engine engine() const override { return Engine::sqlite; }
  std::unique_ptr<Connection> open_connection() override {
    return std::make_unique<SqliteConnection>(file_, SqliteOptions{.is_synchronous = is_synchronous_});
  }
  void close() override { writer_.stop(); }
  std::size_t waiting_writes() const override { return writer_.waiting(); }

 protected:
  void run_read(const std::function<void(Tx&)>& work) override {
    if (auto* joined = JoinedWrite::current()) return work(*joined);
    auto connection = readers_.borrow();
    Tx tx(*connection);
    work(tx);
  }
  void run_write(const std::function<void(Tx&)>& work) override {
    if (auto* joined = JoinedWrite::current()) return JoinedWrite::run(*joined, work);
    writer_.run(work);
  }

 private:
  static void ensure_folder(const std::string& file) {
    auto folder = std::filesystem::path(file).parent_path();
    if (!folder.empty()) std::filesystem::create_directories(folder);
  }

  std::string file_;
  bool is_synchronous_;
  Writer writer_;
  ConnectionPool readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const DatabaseSettings& settings) {
  return std::make_unique<SqliteDatabase>(settings);
}

}  // namespace expogate::db
