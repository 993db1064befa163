#pragma once
#include <barrier>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace expogate {

/// Runs `work(0) … work(count - 1)`, each in a thread of its own, all let go at the same moment.
/// The first exception of any of them is thrown here, once all have ended.
template <class Work>
void run_together(int count, Work&& work) {
  std::barrier start(count);
  std::mutex mutex;
  std::exception_ptr failure;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
      threads.emplace_back([&, i] {
        start.arrive_and_wait();
        try {
          work(i);
        } catch (...) {
          std::lock_guard lock(mutex);
          if (!failure) failure = std::current_exception();
        }
      });
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace expogate
