#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>

#include "platform/http/server.h"
#include "testing/raw_client.h"

namespace expogate {

/// Holds up whoever passes until the test opens it, and tells how many stand before it.
class Gate {
 public:
  void pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return is_open_; });
  }
  void open() {
    std::lock_guard lock(mutex_);
    is_open_ = true;
    changed_.notify_all();
  }
  void wait_for(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool is_open_ = false;
};

/// A body of 3,000,000 bytes that exists nowhere; it may end early, as a file of a broken disk does.
class CountingSource final : public ByteSource {
 public:
  explicit CountingSource(bool is_whole) : is_whole_(is_whole) {}
  std::uint64_t size() const override { return 3'000'000; }
  std::size_t read(char* to, std::size_t most) override {
    if (!is_whole_ && given_ > 1'000'000) throw std::runtime_error("the disk is broken");
    auto count = std::min(most, std::size_t(size()) - given_);
    for (std::size_t i = 0; i < count; ++i) to[i] = char('a' + (given_ + i) % 26);
    given_ += count;
    return count;
  }

 private:
  bool is_whole_;
  std::size_t given_ = 0;
};

/// The smallest program that shows everything the HTTP server does.
class TinyApplication : public http::Application {
 public:
  http::Plan plan(http::Method, std::string_view path) override {
    if (path == "/inline") return {http::Lane::inline_, 0};
    if (path == "/small") return {http::Lane::fast, 10};
    if (path == "/big") return {http::Lane::fast, 8 * 1024 * 1024};
    if (path == "/nowhere") return {http::Lane::inline_, 64 * 1024, 404};
    if (path == "/heavy_wait") return {http::Lane::heavy};
    if (path == "/upload_wait") return {http::Lane::upload};
    if (path == "/anonymous_wait") return {http::Lane::anonymous};
    return {};
  }
  http::Response handle(http::Request& request) override {
    http::Response response;
    response.content_type = "text/plain";
    if (request.path().ends_with("wait")) gate.pass();
    if (request.path() == "/nowhere") response.status = 404;
    if (request.path() == "/host") {
      response.body = request.header("host");
      return response;
    }
    if (request.path() == "/source" || request.path() == "/short_source") {
      response.source = std::make_unique<CountingSource>(request.path() == "/source");
    } else if (request.path() == "/large") {
      response.lasting_body = large_;
    } else if (request.path() == "/split") {
      response.content_type = "text/plain\r\nX-Type: 1";
      response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: evil=1\r\n\r\n<script>");
      response.headers.emplace_back("X-Bad\r\nX-Evil", "1");
    } else {
      response.body = std::string(request.path()) + ":" + std::string(request.body());
    }
    return response;
  }
  http::Response refuse(int status, const http::Request& request) override {
    http::Response response(status);
    response.body = "refused";
    response.headers.emplace_back("X-Language", request.header("accept-language"));
    if (status == 503) response.headers.emplace_back("Retry-After", "1");
    return response;
  }
  Gate gate;

 private:
  std::string large_ = std::string(30'000'000, 'x');
};

/// A server on a port of its own, ended with this object.
class TinyServer {
 public:
  explicit TinyServer(http::ServerSettings settings = {}) : server_(application, on_any_port(settings)) {
    thread_ = std::jthread([this] { server_.run(); });
  }
  ~TinyServer() {
    application.gate.open();
    server_.stop(5);
  }
  void join() { thread_.join(); }
  std::uint16_t port() const { return server_.port(); }
  http::Server& server() { return server_; }

  TinyApplication application;

 private:
  static http::ServerSettings on_any_port(http::ServerSettings settings) {
    settings.port = 0;
    return settings;
  }
  http::Server server_;
  std::jthread thread_;
};

}  // namespace expogate
