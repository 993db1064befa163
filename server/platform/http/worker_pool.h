#pragma once
#include <atomic>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <optional>

#include "platform/http/message.h"

namespace expogate::http {

/// N threads behind a bounded queue. A full queue and a wait beyond the limit both give nothing: the caller
/// says 503.
class WorkerPool {
 public:
  WorkerPool(int threads, int queue, std::chrono::seconds longest_wait)
      : pool_(std::size_t(threads)), capacity_(threads + queue), longest_wait_(longest_wait) {}

  void join() { pool_.join(); }

  /// Runs `work` in the pool and resumes the awaiting coroutine on its own executor.
  template <class Executor, class Work>
  boost::asio::awaitable<std::optional<Response>, Executor> run(Work& work) {
    namespace asio = boost::asio;
    if (taken_.fetch_add(1) >= capacity_) {
      taken_.fetch_sub(1);
      co_return std::nullopt;
    }
    auto queued_at = std::chrono::steady_clock::now();
    asio::use_awaitable_t<Executor> token;
    auto start = [this, queued_at, &work](auto handler) {
      asio::post(pool_, [this, queued_at, &work, handler = std::move(handler)]() mutable {
        std::optional<Response> response;
        if (std::chrono::steady_clock::now() - queued_at <= longest_wait_) response = work();
        taken_.fetch_sub(1);
        auto executor = asio::get_associated_executor(handler);
        asio::post(executor, [handler = std::move(handler), response = std::move(response)]() mutable {
          handler(std::move(response));
        });
      });
    };
    auto response =
        co_await asio::async_initiate<asio::use_awaitable_t<Executor>, void(std::optional<Response>)>(start,
                                                                                                      token);
    co_return response;
  }

 private:
  boost::asio::thread_pool pool_;
  std::atomic<int> taken_{0};
  int capacity_;
  std::chrono::seconds longest_wait_;
};

}  // namespace expogate::http
