// Thousands of operations by chance on people, orders and money, each held against a reference model.
//
//   EXPOGATE_OPERATIONS=100000       how many on SQLite; a fifth of them on PostgreSQL
//   EXPOGATE_OPERATIONS_SEED=7       which ones
#include "random_operations.h"

#include <chrono>
#include <cstdlib>
#include <iostream>

namespace expogate::operations {
namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  auto* text = std::getenv(name);
  return text ? std::stoull(text) : otherwise;
}

constexpr std::uint64_t short_run = 2000;
/// What is cheap is compared at every step; the whole books in a long run only so often.
constexpr std::uint64_t steps_between_audits = 500, steps_between_rests = 250;

class RandomOperationsTest : public OnEachEngine {};

TEST_P(RandomOperationsTest, TheFairDoesWhatTheModelSays) {
  auto seed = setting("EXPOGATE_OPERATIONS_SEED", 20251105);
  auto steps = setting("EXPOGATE_OPERATIONS", short_run);
  bool is_short = steps <= short_run;
  if (GetParam() == db::Engine::postgres && !is_short) steps /= 5;
  Fair fair(GetParam(), seed, 8);
  RandomOperations operations(fair, seed);
  auto began = std::chrono::steady_clock::now();
  for (std::uint64_t step = 1; step <= steps; ++step) {
    try {
      operations.step();
      if (is_short || step % steps_between_audits == 0) operations.verify_books();
      if (step % steps_between_rests == 0) operations.settle_down();
    } catch (const Difference& difference) {
      FAIL() << "seed " << seed << ", step " << step << ": " << difference.what();
    }
  }
  operations.settle_down();
  operations.compare_all();
  operations.verify_books();
  auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::cout << steps << " operations in " << int(seconds) << " s:\n";
  for (auto& [name, count] : operations.counts()) std::cout << "  " << count << "  " << name << "\n";
}

TEST_P(RandomOperationsTest, ControlOneFenMoreIsFound) {
  Fair fair(GetParam(), 1, 3);
  RandomOperations operations(fair, 1);
  for (int step = 0; step < 300; ++step) operations.step();
  operations.verify_books();
  fair.services().database->write([](db::Tx& tx) {
    tx.exec("update ledger_accounts set debits_posted = debits_posted + 1 where id = $1",
            payment::ledger_channel(Channel::alipay));
  });
  EXPECT_THROW(operations.verify_books(), Difference);
}

EXPOGATE_ON_EACH_ENGINE(RandomOperationsTest);

}  // namespace
}  // namespace expogate::operations
