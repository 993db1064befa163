#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>
#include <vector>

#include "platform/db/database.h"
#include "platform/ledger/ledger.h"
#include "platform/log/log.h"

// ledger_load URL ROUND THREADS: moves places as fast as it can until somebody kills it. The id of each
// transfer is written to standard output once the database has said that it is done, and not before.

namespace expogate::ledger {
namespace {

/// A server that has gone away comes back: the same transfer is sent until it is done once.
template <class Work>
void until_done(db::Database& database, Work&& work) {
  for (;;) {
    try {
      database.write(work);
      return;
    } catch (const db::Error& error) {
      if (error.fault() != db::Fault::connection) throw;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
}

void tell(const std::string& id) {
  auto line = id + "\n";  // shorter than a pipe's buffer: written whole or not at all
  if (::write(STDOUT_FILENO, line.data(), line.size()) != ssize_t(line.size())) std::exit(1);
}

void move_places(db::Database& database, const std::string& name) {
  SystemClock clock;
  for (int i = 0;; ++i) {
    Transfer wanted{fmt::format("{}-{}", name, i),
                    {"source"},
                    {i % 2 ? "held" : "given"},
                    1,
                    "load",
                    name,
                    AccountId{"load"}};
    if (i % 2) {
      until_done(database, [&](db::Tx& tx) { hold(tx, wanted, clock.now() + hours(1), clock.now()); });
      until_done(database, [&](db::Tx& tx) { post(tx, wanted.id, clock.now()); });
    } else {
      until_done(database, [&](db::Tx& tx) { transfer(tx, wanted, clock.now()); });
    }
    tell(wanted.id);
  }
}

}  // namespace
}  // namespace expogate::ledger

int main(int, char** words) {
  using namespace expogate;
  log::set_level(log::Level::error);
  const int threads = std::atoi(words[3]);
  auto database = db::open_database({.url = words[1], .connections = threads});
  std::vector<std::jthread> people;
  for (int person = 0; person < threads; ++person)
    people.emplace_back(
        [&, person] { ledger::move_places(*database, fmt::format("r{}-p{}", words[2], person)); });
}
