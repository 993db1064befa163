#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace expogate {

/// libcurl handles that are not in use at the moment. Each keeps its connection open for the next call to the
/// same server. Any number of threads may take one. (`CURL` is another name for void.)
class ConnectionPool {
 public:
  /// `prepare` sets on each new handle what all its calls have in common.
  explicit ConnectionPool(std::function<void(void* curl)> prepare) : prepare_(std::move(prepare)) {}

  /// One handle, for as long as this lives.
  class Lease {
   public:
    explicit Lease(ConnectionPool& pool) : pool_(pool), handle_(pool.take()) {}
    ~Lease() { pool_.give_back(std::move(handle_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    void* curl() const { return handle_.get(); }

   private:
    ConnectionPool& pool_;
    std::unique_ptr<void, void (*)(void*)> handle_;
  };

 private:
  using Handle = std::unique_ptr<void, void (*)(void*)>;
  Handle take();
  void give_back(Handle handle);

  std::function<void(void*)> prepare_;
  std::mutex mutex_;
  std::vector<Handle> idle_;
};

}  // namespace expogate
