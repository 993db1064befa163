#include <gmock/gmock.h>

#include <atomic>
#include <barrier>

#include "platform/ledger/ledger.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

// Each race is run twice: against the ledger, where the fault must never show, and as a CONTROL against the
// code that one would write without thinking, where it must show, or the race proves nothing. Nothing holds
// such code back between its two steps, so a control makes everybody meet there: the order that spoils it is
// one of those that happen.

namespace expogate::ledger {
namespace {

using testing::IsEmpty;

const AccountKey source{"source"}, pot{"pot"}, other{"other"};
constexpr Instant now = TestClock::start;
constexpr int people = 8;

class LedgerRaceTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](db::Tx& tx) {
      open_account(tx, source, "place", Guard::none, now);
      open_account(tx, pot, "place", Guard::debits_must_not_exceed_credits, now);
      open_account(tx, other, "place", Guard::debits_must_not_exceed_credits, now);
    });
  }
  void TearDown() override {
    EXPECT_THAT(read([](db::Tx& tx) { return verify(tx); }), IsEmpty());
  }

  static Transfer moving(std::string id, const AccountKey& from, const AccountKey& to, std::int64_t amount) {
    return {std::move(id), from, to, amount, "reason", "subject", AccountId{"me"}};
  }
  Result move(const std::string& id, const AccountKey& from, const AccountKey& to, std::int64_t amount) {
    return write([&](db::Tx& tx) { return transfer(tx, moving(id, from, to, amount), now); });
  }
  void hold_one(const std::string& id) {
    write([&](db::Tx& tx) { hold(tx, moving(id, pot, other, 1), now + minutes(15), now); });
  }
  Account account(const AccountKey& key) {
    return read([&](db::Tx& tx) { return find_account(tx, key).value(); });
  }
  /// For the controls: a plain number without any guard.
  void set_counter(std::int64_t value) {
    write([&](db::Tx& tx) {
      tx.exec("create table if not exists counters (id text primary key, n bigint not null)");
      tx.exec("insert into counters values ('c', $1) on conflict (id) do update set n = excluded.n", value);
    });
  }
  std::int64_t counter() {
    return read([](db::Tx& tx) { return tx.value<std::int64_t>("select n from counters where id = 'c'"); });
  }
  void add_to_counter(std::int64_t amount) {
    write([&](db::Tx& tx) { tx.exec("update counters set n = n + $1 where id = 'c'", amount); });
  }
};

TEST_P(LedgerRaceTest, OfTheLastPlacesEachIsSoldOnceAndAllAreSold) {
  constexpr int places = 60, tries = 20;
  move("in", source, pot, places);
  std::atomic<int> sold = 0;
  run_together(people, [&](int person) {
    for (int i = 0; i < tries; ++i)
      sold += move("p" + std::to_string(person) + "-" + std::to_string(i), pot, other, 1) == Result::done;
  });
  EXPECT_EQ(sold, places);
  EXPECT_EQ(account(pot).available(), 0);
}

TEST_P(LedgerRaceTest, ControlLookingFirstSellsTheLastPlaceTwice) {
  set_counter(1);
  std::barrier everybody_has_looked(people);
  run_together(people, [&](int) {
    bool is_free = counter() >= 1;
    everybody_has_looked.arrive_and_wait();
    if (is_free) add_to_counter(-1);
  });
  EXPECT_LT(counter(), 0) << "oversold";
}

TEST_P(LedgerRaceTest, SomebodyWhoWantsTooMuchHidesNoFreePlace) {
  for (int round = 0; round < 40; ++round) {
    auto name = [&](int person) { return "r" + std::to_string(round) + "-" + std::to_string(person); };
    move("in" + std::to_string(round), source, pot, 1);
    run_together(people, [&](int person) {
      bool is_modest = person == 0;
      auto result = move(name(person), pot, other, is_modest ? 1 : 2);
      EXPECT_EQ(result, is_modest ? Result::done : Result::exceeds_available);
    });
  }
}

TEST_P(LedgerRaceTest, ControlTakingFirstAndGivingBackHidesAFreePlace) {
  std::atomic<bool> is_hidden = false;
  std::barrier everybody_has_taken(people);
  set_counter(1);
  run_together(people, [&](int person) {
    bool is_modest = person == 0;
    std::int64_t amount = is_modest ? 1 : 2;
    add_to_counter(-amount);
    everybody_has_taken.arrive_and_wait();
    bool is_enough = counter() >= 0;
    everybody_has_taken.arrive_and_wait();
    if (!is_enough) add_to_counter(amount);
    if (is_modest) is_hidden = !is_enough;
  });
  EXPECT_TRUE(is_hidden) << "a free place, and nobody has it";
  EXPECT_EQ(counter(), 1);
}

TEST_P(LedgerRaceTest, HoldsThatComeAndGoNeverLeaveTooFewPlaces) {
  move("in", source, pot, people);  // a place for everybody: nobody may ever be refused
  run_together(people, [&](int person) {
    for (int i = 0; i < 25; ++i) {
      auto id = "h" + std::to_string(person) + "-" + std::to_string(i);
      auto held =
          write([&](db::Tx& tx) { return hold(tx, moving(id, pot, other, 1), now + minutes(15), now); });
      EXPECT_EQ(held, Result::done);
      write([&](db::Tx& tx) { EXPECT_EQ(release(tx, id, now), Result::done); });
    }
  });
  EXPECT_EQ(account(pot).available(), people);
}

TEST_P(LedgerRaceTest, TheSameTransferFromManyHappensOnce) {
  for (int round = 0; round < 30; ++round) {
    std::atomic<int> done = 0, already = 0;
    run_together(people, [&](int) {
      auto result = move("same" + std::to_string(round), source, pot, 1);
      done += result == Result::done;
      already += result == Result::already_done;
    });
    EXPECT_EQ(done, 1);
    EXPECT_EQ(already, people - 1);
  }
  EXPECT_EQ(account(pot).available(), 30);
}

TEST_P(LedgerRaceTest, ControlAskingWhetherItWasDoneDoesItTwice) {
  set_counter(0);
  std::barrier everybody_has_asked(people);
  run_together(people, [&](int) {
    bool is_done = counter() != 0;
    everybody_has_asked.arrive_and_wait();
    if (!is_done) add_to_counter(1);
  });
  EXPECT_GT(counter(), 1) << "done more than once";
}

TEST_P(LedgerRaceTest, OfPostReleaseAndExpiryOneWins) {
  constexpr int rounds = 30;
  move("in", source, pot, rounds);
  std::atomic<int> posted = 0;
  for (int round = 0; round < rounds; ++round) {
    auto id = "h" + std::to_string(round);
    hold_one(id);
    std::atomic<int> winners = 0;
    run_together(6, [&](int person) {
      if (person % 3 == 0) {
        bool is_mine = write([&](db::Tx& tx) { return post(tx, id, now); }) == Result::done;
        winners += is_mine;
        posted += is_mine;
      } else if (person % 3 == 1) {
        winners += write([&](db::Tx& tx) { return release(tx, id, now); }) == Result::done;
      } else {
        winners += int(write([&](db::Tx& tx) { return expire_holds(tx, now + hours(1), 10); }).size());
      }
    });
    EXPECT_EQ(winners, 1) << id;
  }
  EXPECT_EQ(account(other).available(), posted);
  EXPECT_EQ(account(pot).available(), rounds - posted);
}

TEST_P(LedgerRaceTest, ControlLookingAtThePhaseFirstEndsAHoldTwice) {
  set_counter(0);  // 0: pending
  std::atomic<int> winners = 0;
  std::barrier everybody_has_looked(people);
  run_together(people, [&](int person) {
    bool is_pending = counter() == 0;
    everybody_has_looked.arrive_and_wait();
    if (!is_pending) return;
    write([&](db::Tx& tx) { tx.exec("update counters set n = $1 where id = 'c'", person + 1); });
    ++winners;
  });
  EXPECT_GT(winners, 1) << "a hold that ended more than once";
}

TEST_P(LedgerRaceTest, OppositeTransfersAllSucceed) {
  move("in1", source, pot, 1000);
  move("in2", source, other, 1000);
  run_together(people, [&](int person) {
    for (int i = 0; i < 25; ++i) {
      auto id = "x" + std::to_string(person) + "-" + std::to_string(i);
      bool is_forth = person % 2 == 0;
      EXPECT_EQ(move(id, is_forth ? pot : other, is_forth ? other : pot, 1), Result::done);
    }
  });
  EXPECT_EQ(account(pot).available(), 1000);
  EXPECT_EQ(account(other).available(), 1000);
}

/// What only an engine with several writers can show.
class LedgerDeadlockTest : public LedgerRaceTest {};

TEST_P(LedgerDeadlockTest, ControlUpdatingTheTakerFirstMeetsInADeadlock) {
  std::atomic<int> deadlocks = 0;
  constexpr int both = 2;
  std::barrier everybody_holds_one(both);
  run_together(both, [&](int person) {
    auto connection = database().open_connection();
    auto& taker = person == 0 ? pot : other;
    auto& giver = person == 0 ? other : pot;
    connection->begin();
    try {
      db::Tx tx(*connection);
      tx.exec("update ledger_accounts set created_at = created_at + 1 where id = $1", taker.text);
      everybody_holds_one.arrive_and_wait();
      tx.exec("update ledger_accounts set created_at = created_at + 1 where id = $1", giver.text);
      connection->commit();
    } catch (const db::Error& error) {
      connection->rollback();
      EXPECT_EQ(error.fault(), db::Fault::serialization) << error.what();
      ++deadlocks;
    }
  });
  EXPECT_EQ(deadlocks, 1);
}

EXPOGATE_ON_EACH_ENGINE(LedgerRaceTest);
EXPOGATE_ON_POSTGRES(LedgerDeadlockTest);

}  // namespace
}  // namespace expogate::ledger
