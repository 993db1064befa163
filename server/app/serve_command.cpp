#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include "app/commands.h"
#include "app/installation/installation.h"
#include "app/services.h"
#include "app/waiting_room.h"
#include "gate/device_authenticator.h"
#include "platform/db/migrations.h"
#include "platform/log/log.h"

namespace expogate::commands {
namespace {

constexpr int drain_s = 20;

/// Idle connections are cheap, file descriptors are what runs out first.
void raise_file_limit() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void set_log_level(const Config& config) {
  if (config.log_level == "debug") log::set_level(log::Level::debug);
  if (config.log_level == "warn") log::set_level(log::Level::warn);
  if (config.log_level == "error") log::set_level(log::Level::error);
}

/// Waits for SIGTERM or SIGINT in a thread of its own; they are blocked everywhere else.
sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  return set;
}

void require_schema(db::Database& database) {
  auto pending = db::pending_migrations(database);
  if (!pending.empty()) throw std::runtime_error("the database needs `expogate migrate` first");
}

void require_sound_routes(const wire::Router& router) {
  auto mistakes = router.mistakes();
  if (mistakes.empty()) return;
  std::string text = "the routes have mistakes:";
  for (auto& mistake : mistakes) text += "\n  " + mistake;
  throw std::runtime_error(text);
}

void watch(Services& services, wire::ApiApplication& application, const http::Server& server) {
  application.observe([&](const wire::Endpoint* endpoint, int status, double ms) {
    auto route = endpoint ? endpoint->name : "static";
    services.metrics.count("requests_total", {{"route", route}, {"status", std::to_string(status)}});
    services.metrics.observe_ms("request_ms", {{"route", route}}, ms);
  });
  auto& status = server.status();
  services.metrics.gauge("connections", "open connections", [&] { return double(status.connections); });
  services.metrics.gauge("requests_in_flight", "requests being worked on",
                         [&] { return double(status.in_flight); });
  services.metrics.gauge("requests_refused_busy", "requests answered 503 since the start",
                         [&] { return double(status.refused_busy); });
  services.metrics.gauge("waiting_writes", "write closures waiting for the writer",
                         [&] { return double(services.database->waiting_writes()); });
  services.metrics.gauge("dead_jobs", "jobs that were given up", [&] {
    return services.database->read([](db::Tx& tx) {
      return double(tx.value<std::int64_t>("select count(*) from jobs where state = 'dead'"));
    });
  });
}

}  // namespace

int serve(const Config& config, const Words&) {
  auto started = std::chrono::steady_clock::now();
  auto signals = stop_signals();
  set_log_level(config);
  raise_file_limit();
  if (!wait_for_fair(config, signals)) return 0;
  Services services(config);
  set_fair_zone(services.fairs.get().time_zone);
  if (!config.is_demo) installation::log_findings(services);
  std::atomic<bool> is_ready{false};
  wire::Router router;
  add_all_routes(router, services, is_ready);
  require_sound_routes(router);
  gate::DeviceAuthenticator authenticator(services.sessions, services.gate_devices);
  wire::ApiApplication application(
      router, authenticator, services.idempotency, *services.clock, http::StaticFiles(config.web_root),
      {config.trusted_proxies, config.public_writes_per_minute, config.anonymous_uploads_per_minute,
       config.payment.b2b ? config.payment.b2b->server.url : "", "/gate"});
  http::Server server(application, config.http);
  watch(services, application, server);
  services.runner.start(config.job_threads, config.slow_job_threads, config.reading_job_threads);
  std::thread stopper([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    log::info("stopping", {{"signal", signal}});
    is_ready = false;
    server.stop(drain_s);
  });
  is_ready = true;
  auto ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - started).count();
  log::info("serving",
            {{"url", "http://" + config.http.host + ":" + std::to_string(server.port())}, {"start_ms", ms}});
  server.run();
  stopper.join();
  services.runner.stop();
  services.database->close();
  log::info("stopped");
  return 0;
}

int work(const Config& config, const Words& words) {
  auto signals = stop_signals();
  set_log_level(config);
  Services services(config);
  require_schema(*services.database);
  set_fair_zone(services.fairs.get().time_zone);
  if (words == Words{"--once"}) {
    log::info("jobs_done", {{"count", services.runner.run_due()}});
    return 0;
  }
  services.runner.start(std::max(1, config.job_threads), std::max(1, config.slow_job_threads),
                        std::max(1, config.reading_job_threads));
  int signal = 0;
  sigwait(&signals, &signal);
  services.runner.stop();
  return 0;
}

}  // namespace expogate::commands
