#include "platform/outbound/connection_pool.h"

#include <curl/curl.h>

#include <new>

namespace expogate {

ConnectionPool::Handle ConnectionPool::take() {
  {
    std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto handle = std::move(idle_.back());
      idle_.pop_back();
      return handle;
    }
  }
  Handle handle(curl_easy_init(), &curl_easy_cleanup);
  if (!handle) throw std::bad_alloc();
  prepare_(handle.get());
  return handle;
}

void ConnectionPool::give_back(Handle handle) {
  std::lock_guard lock(mutex_);
  idle_.push_back(std::move(handle));
}

}  // namespace expogate
