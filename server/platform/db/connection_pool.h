#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/db/connection.h"

namespace expogate::db {

/// A fixed number of connections, opened when first needed; whoever finds none waits for one to come back.
/// A broken connection is closed instead of coming back, and the idle ones with it: what broke it (the
/// server's restart) has most likely broken them too, and a retry must not meet the next dead one.
class ConnectionPool {
 public:
  using Open = std::function<std::unique_ptr<Connection>()>;
  ConnectionPool(int limit, Open open) : limit_(limit), open_(std::move(open)) {}

  struct Return {
    ConnectionPool* pool;
    void operator()(Connection* connection) const {
      pool->give_back(std::unique_ptr<Connection>(connection));
    }
  };
  using Borrowed = std::unique_ptr<Connection, Return>;

  Borrowed borrow() {
    std::unique_lock lock(mutex_);
    came_back_.wait(lock, [this] { return !idle_.empty() || opened_ < limit_; });
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return {connection.release(), {this}};
    }
    ++opened_;
    lock.unlock();
    try {
      return {open_().release(), {this}};
    } catch (...) {
      forget_one();
      throw;
    }
  }

 private:
  void give_back(std::unique_ptr<Connection> connection) {
    if (connection->is_broken()) return forget_idle_and_one();
    {
      std::lock_guard lock(mutex_);
      idle_.push_back(std::move(connection));
    }
    came_back_.notify_one();
  }

  void forget_one() {
    {
      std::lock_guard lock(mutex_);
      --opened_;
    }
    came_back_.notify_one();
  }

  void forget_idle_and_one() {
    std::vector<std::unique_ptr<Connection>> doubtful;  // closed outside of the lock
    {
      std::lock_guard lock(mutex_);
      doubtful.swap(idle_);
      opened_ -= int(doubtful.size()) + 1;
    }
    came_back_.notify_all();
  }

  int limit_;
  Open open_;
  std::mutex mutex_;
  std::condition_variable came_back_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int opened_ = 0;
};

}  // namespace expogate::db
