#pragma once
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/http/server.h"

namespace expogate {

/// The other side of an outgoing call, in this process: answers as the test says, and remembers what was
/// asked.
class FakeProvider {
 public:
  struct Asked {
    http::Method method;
    std::string target, body;
    std::string authorization;
  };
  using Answer = std::function<http::Response(const http::Request&)>;

  explicit FakeProvider(Answer answer)
      : application_(std::move(answer)), server_(application_, on_any_port()) {
    thread_ = std::jthread([this] { server_.run(); });
  }
  ~FakeProvider() { server_.stop(5); }

  std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }
  std::vector<Asked> asked() const { return application_.asked(); }

 private:
  class Application final : public http::Application {
   public:
    explicit Application(Answer answer) : answer_(std::move(answer)) {}
    http::Plan plan(http::Method, std::string_view) override { return {http::Lane::fast, 1024 * 1024}; }
    http::Response handle(http::Request& request) override {
      std::lock_guard lock(mutex_);
      asked_.push_back({request.method(), std::string(request.target()), std::string(request.body()),
                        std::string(request.header("authorization"))});
      return answer_(request);
    }
    http::Response refuse(int status, const http::Request&) override { return http::Response(status); }
    std::vector<Asked> asked() const {
      std::lock_guard lock(mutex_);
      return asked_;
    }

   private:
    Answer answer_;
    mutable std::mutex mutex_;
    std::vector<Asked> asked_;
  };

  static http::ServerSettings on_any_port() {
    http::ServerSettings settings;
    settings.port = 0;
    return settings;
  }

  Application application_;
  http::Server server_;
  std::jthread thread_;
};

}  // namespace expogate
