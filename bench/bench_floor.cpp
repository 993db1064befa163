// What the engines and libraries give at best: the same statements in a bare loop, without HTTP, threads or
// layers.
//
//   bench_floor write FILE SECONDS     the five statements of a place taken, each transaction flushed to disk
//   bench_floor password SECONDS       argon2id as a sign-in pays for it

#include <chrono>
#include <cstdio>
#include <string>

#include "base/id.h"
#include "platform/crypto/password_hash.h"
#include "platform/db/migrations.h"
#include "platform/db/sqlite_connection.h"
#include "platform/log/log.h"

namespace {

using namespace expogate;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

int write_floor(const std::string& file, double limit) {
  Instant now{1};
  {
    auto database = db::open_database({.url = "sqlite:" + file, .connections = 1});
    db::migrate(*database, now);
  }
  db::SqliteConnection connection(file, {});
  db::Tx tx(connection);
  for (auto* id : {"quota", "used"})
    tx.exec("insert into ledger_accounts values ($1, 'place', 'none', 0, 0, 0, 0, 0)", id);
  auto start = Clock::now();
  int count = 0;
  for (; seconds_since(start) < limit; ++count) {
    auto id = new_id_text(now), key = random_hex(32);
    connection.begin();
    tx.query<std::string>("select fingerprint from idempotency_keys where id = $1 and expires_at > $2", key,
                          now);
    tx.exec(
        R"(insert into ledger_transfers (id, debit_account_id, credit_account_id, amount, phase, reason, subject, actor_id, created_at)
               values ($1, 'quota', 'used', 1, 'posted', 'used', '', 'bench', 1) on conflict (id) do nothing)",
        id);
    tx.exec("update ledger_accounts set debits_posted = debits_posted + $2 where id = $1", "quota", 1);
    tx.exec("update ledger_accounts set credits_posted = credits_posted + $2 where id = $1", "used", 1);
    tx.exec("insert into idempotency_keys values ($1, $2, 200, $3, '', 1)", key, key, id);
    connection.commit();
  }
  std::printf("%.0f writes/s\n", count / seconds_since(start));
  return 0;
}

int password_floor(double limit) {
  auto hash = hash_password("Expo#2025demo");
  auto start = Clock::now();
  int count = 0;
  for (; seconds_since(start) < limit; ++count)
    if (!verify_password(hash, "Expo#2025demo")) return 1;
  std::printf("%.1f verifications/s on one core, %.1f ms each\n", count / seconds_since(start),
              seconds_since(start) * 1000 / count);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  expogate::log::set_level(expogate::log::Level::error);
  std::string what = argc > 1 ? argv[1] : "";
  if (what == "write" && argc == 4) return write_floor(argv[2], std::stod(argv[3]));
  if (what == "password" && argc == 3) return password_floor(std::stod(argv[2]));
  std::fputs("bench_floor write FILE SECONDS | password SECONDS\n", stderr);
  return 2;
}
