#include "app/waiting_room.h"

#include <thread>

#include "edition/edition_store.h"
#include "fair/fair_store.h"
#include "platform/db/migrations.h"
#include "platform/http/server.h"
#include "platform/log/log.h"
#include "platform/wire/problem.h"

namespace expogate {
namespace {

constexpr int grace_s = 2;

/// Nothing when the program can serve. An older schema is no empty database: an upgrade migrates first.
const ErrorCode* what_is_missing(db::Database& database) {
  if (db::pending_migrations(database).size() == db::all_migrations().size()) return &edition::fair_missing;
  if (!db::pending_migrations(database).empty())
    throw std::runtime_error("the database needs `expogate migrate` first");
  return database.read(has_fair) ? nullptr : &edition::fair_missing;
}

std::string page_of(const ErrorCode& missing) {
  return "<!doctype html><html lang=\"zh-CN\"><head><meta "
         "charset=\"utf-8\"><title>Expogate</title></head><body><main><h1>Expogate</h1><p>" +
         std::string(missing.zh) + "</p><p lang=\"en\">" + std::string(missing.en) +
         "</p></main></body></html>\n";
}

class WaitingRoom final : public http::Application {
 public:
  explicit WaitingRoom(const ErrorCode& missing) : missing_(missing) {}

  http::Plan plan(http::Method, std::string_view) override { return {http::Lane::inline_, 64 * 1024, 0}; }

  http::Response handle(http::Request& request) override { return answer(503, request); }
  http::Response refuse(int status, const http::Request& request) override { return answer(status, request); }

 private:
  http::Response answer(int status, const http::Request& request) const {
    if (request.path() == "/healthz") return text(200, "text/plain", "ok\n");
    if (request.path() == "/readyz")
      return text(503, "text/plain", "not ready: " + std::string(missing_.en) + "\n");
    if (!request.path().starts_with("/api/"))
      return text(status, "text/html; charset=utf-8", page_of(missing_));
    Problem problem(status, missing_);
    problem.retry_after_s = 5;
    return wire::problem_response(problem, wire::locale_of(request.header("accept-language")), "");
  }

  static http::Response text(int status, std::string type, std::string body) {
    http::Response response(status);
    response.content_type = std::move(type);
    response.body = std::move(body);
    response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    return response;
  }

  const ErrorCode& missing_;
};

}  // namespace

bool has_fair(db::Tx& tx) {
  return fair::store::find(tx) && edition::store::find_current(tx);
}

bool wait_for_fair(const Config& config, const sigset_t& signals) {
  auto database = db::open_database(config.database);
  auto* missing = what_is_missing(*database);
  if (!missing) return true;
  WaitingRoom room(*missing);
  http::Server server(room, config.http);
  bool is_there = false;
  std::thread watcher([&] {
    constexpr timespec pause{1, 0};
    while (sigtimedwait(&signals, nullptr, &pause) < 0 && !is_there)
      is_there = what_is_missing(*database) == nullptr;
    server.stop(grace_s);
  });
  log::warn("waiting_for_fair", {{"url", "http://" + config.http.host + ":" + std::to_string(server.port())},
                                 {"missing", missing->en}});
  server.run();
  watcher.join();
  return is_there;
}

}  // namespace expogate
