#pragma once
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "platform/http/message.h"

namespace expogate::http {

/// Where a request's work is done: on the I/O thread (cached answers only), in the pool of ordinary requests,
/// or in a small pool of its own: `heavy` for what computes long (password hashing, imports), `upload` for
/// pictures and files of people who have signed in, `anonymous` for the long work of everybody else, so that
/// no stranger stands in the way of a sign-in.
enum class Lane { inline_, fast, heavy, upload, anonymous };

/// What is known of a request once its head has arrived, before any of its body is read.
struct Plan {
  Lane lane = Lane::fast;
  std::size_t body_limit = 64 * 1024;
  /// What the request will be answered anyway (404, 405); then its body is not worth more than the limit.
  int refusal = 0;
};

/// The program behind the server. `plan` runs on the I/O thread and must be quick; `handle` may block.
class Application {
 public:
  virtual ~Application() = default;
  virtual Plan plan(Method method, std::string_view path) = 0;
  virtual Response handle(Request& request) = 0;
  /// The answer when a request never reaches `handle`: 400, 404, 405, 413, 414, 417, 431, 501, 503, 505. What
  /// could be read of its head is there.
  virtual Response refuse(int status, const Request& request) = 0;
};

struct ServerSettings {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  int io_threads = 1;
  int fast_threads = 8;
  int fast_queue = 1024;
  int heavy_threads = 2;
  int heavy_queue = 64;
  int upload_threads = 1;
  int upload_queue = 64;
  int anonymous_threads = 1;
  int anonymous_queue = 64;
  int head_timeout_s = 10;  ///< the whole head must have arrived: slow loris
  int body_timeout_s = 30;
  int idle_timeout_s = 75;
  int write_timeout_s = 30;
  int queue_timeout_s = 5;  ///< a request that waited longer is not begun: its client has left
  std::size_t header_limit = 16 * 1024;
  std::size_t connection_limit = 20'000;
};

struct ServerStatus {
  std::atomic<std::int64_t> connections{0}, requests{0}, refused_busy{0}, in_flight{0};
};

/// HTTP/1.1 with separate time limits for head, body, idling and writing, bounded queues and a graceful end.
class Server {
 public:
  Server(Application& application, const ServerSettings& settings);
  ~Server();
  /// The port that was really bound; differs from the settings when those say 0.
  std::uint16_t port() const;
  /// Serves until `stop`, then returns when every accepted request has been answered or `grace_s` is over.
  void run();
  /// Stops accepting, closes idle connections and lets running requests finish. May be called from any
  /// thread.
  void stop(int grace_s);
  const ServerStatus& status() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace expogate::http
