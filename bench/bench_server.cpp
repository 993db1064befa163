// The ground alone: one route that answers, one that moves a place through the ledger under an idempotency
// key.
//
//   bench_server DATABASE_URL PORT
//   bench_server DATABASE_URL verify

#include <csignal>
#include <cstdio>
#include <thread>

#include "platform/db/migrations.h"
#include "platform/ledger/ledger.h"
#include "platform/log/log.h"
#include "platform/wire/application.h"

namespace expogate {

struct Hello {
  std::string message = "hello, world";
  bool ok = true;
};
BOOST_DESCRIBE_STRUCT(Hello, (), (message, ok))

struct TakePlace {
  int organization = 0;
};
BOOST_DESCRIBE_STRUCT(TakePlace, (), (organization))

struct PlaceTaken {
  std::string transfer_id;
};
BOOST_DESCRIBE_STRUCT(PlaceTaken, (), (transfer_id))

namespace {

constexpr int organizations = 1000;
constexpr std::int64_t places = 1'000'000'000;

class Everybody final : public wire::Authenticator {
 public:
  Caller authenticate(const http::Request&, bool, const std::string& ip) override {
    Caller caller;
    caller.account = {"bench"};
    caller.ip = ip;
    return caller;
  }
  void refuse_past_edition(const Caller&) override {}
};

ledger::AccountKey quota_of(int organization) {
  return {"bench/quota/" + std::to_string(organization)};
}
ledger::AccountKey used_of(int organization) {
  return {"bench/used/" + std::to_string(organization)};
}

/// The bureau gives each organization its places, so that every account begins in balance.
void open_accounts(db::Database& database, Instant now) {
  database.write([&](db::Tx& tx) {
    ledger::AccountKey bureau{"bench/bureau"};
    ledger::open_account(tx, bureau, "place", ledger::Guard::none, now);
    for (int i = 0; i < organizations; ++i) {
      ledger::open_account(tx, quota_of(i), "place", ledger::Guard::debits_must_not_exceed_credits, now);
      ledger::open_account(tx, used_of(i), "place", ledger::Guard::none, now);
      ledger::transfer(
          tx, {"bench/grant/" + std::to_string(i), bureau, quota_of(i), places, "granted", "", {}}, now);
    }
  });
}

void add_routes(wire::Router& router, db::Database& database, const Clock& clock) {
  router.get("/hello", "hello").for_everyone("bench").summary("hello").handle([](const Caller&) {
    return Hello{};
  });
  router.get("/hello_inline", "hello_inline")
      .for_everyone("bench")
      .in_lane(http::Lane::inline_)
      .summary("hello")
      .handle([](const Caller&) { return Hello{}; });
  router.post("/places", "place_take")
      .for_oneself()
      .idempotent()
      .summary("takes a place")
      .handle([&](const Caller& caller, const TakePlace& r) {
        auto now = clock.now();
        auto organization = r.organization % organizations;
        ledger::Transfer wanted{
            new_id_text(now), quota_of(organization), used_of(organization), 1, "used", "", caller.account};
        database.write([&](db::Tx& tx) { ledger::transfer(tx, wanted, now); });
        return PlaceTaken{wanted.id};
      });
}

int verify(db::Database& database) {
  auto wrong = database.read([](db::Tx& tx) { return ledger::verify(tx); });
  auto counts = database.read([](db::Tx& tx) {
    return std::pair{tx.value<std::int64_t>("select count(*) from ledger_transfers where reason = 'used'"),
                     tx.value<std::int64_t>("select count(*) from idempotency_keys")};
  });
  for (auto& line : wrong) std::printf("%s\n", line.c_str());
  bool is_sound = wrong.empty() && counts.first == counts.second;
  std::printf("invariants: %s (%lld transfers, %lld idempotency records)\n", is_sound ? "hold" : "BROKEN",
              static_cast<long long>(counts.first), static_cast<long long>(counts.second));
  return is_sound ? 0 : 1;
}

}  // namespace
}  // namespace expogate

int main(int argc, char** argv) {
  using namespace expogate;
  if (argc != 3) return std::fputs("bench_server DATABASE_URL PORT|verify\n", stderr), 2;
  std::signal(SIGPIPE, SIG_IGN);
  log::set_level(log::Level::error);
  SystemClock clock;
  auto database = db::open_database({.url = argv[1], .connections = 16});
  if (argv[2] == std::string("verify")) return verify(*database);
  db::migrate(*database, clock.now());
  open_accounts(*database, clock.now());
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  wire::Router router;
  add_routes(router, *database, clock);
  Everybody everybody;
  wire::Idempotency idempotency(*database, clock);
  wire::ApiApplication application(router, everybody, idempotency, clock, http::StaticFiles(""), {{}, 0, 0});
  http::Server server(application, {.port = std::uint16_t(std::stoi(argv[2])), .fast_threads = 16});
  std::thread stopper([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop(5);
  });
  server.run();
  stopper.join();
  database->close();
  return 0;
}
