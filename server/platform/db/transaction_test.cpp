#include <gmock/gmock.h>

#include <atomic>
#include <future>

#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::db {
namespace {

class TransactionTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](Tx& tx) {
      tx.exec("create table crates (id text primary key)");
      tx.exec("create table items (order_id text not null, n bigint not null)");
      tx.exec("create table quota (used bigint not null)");
      tx.exec("insert into quota values (0)");
    });
  }
  static void add_order(Tx& tx, std::string_view id) { tx.exec("insert into crates values ($1)", id); }
  static void add_items(Tx& tx, std::string_view id) {
    for (int n = 1; n <= 3; ++n) tx.exec("insert into items values ($1, $2)", id, n);
  }
  static std::int64_t orders_in(Tx& tx) { return tx.value<std::int64_t>("select count(*) from crates"); }
  std::int64_t value(std::string_view sql) {
    return read([&](Tx& tx) { return tx.value<std::int64_t>(sql); });
  }
};

struct Unhappy {};

TEST_P(TransactionTest, OfManyWritesAtOnceEachHappensWhollyOrNotAtAll) {
  constexpr int threads = 16;
  const int jobs = GetParam() == Engine::sqlite ? 24'000 : 6'000;
  std::atomic<int> next = 0, accepted = 0, duplicates = 0, unhappy = 0;
  auto order = [&](int job) {
    auto id = std::to_string(job / 3);
    write([&](Tx& tx) {
      add_items(tx, id);
      if (job % 3 == 2) throw Unhappy();
      add_order(tx, id);  // two jobs of three have the same id
      tx.exec("update quota set used = used + 1");
    });
  };
  run_together(threads, [&](int) {
    for (int job = next++; job < jobs; job = next++) {
      try {
        order(job);
        ++accepted;
      } catch (const Error& error) {
        ASSERT_EQ(error.fault(), Fault::unique) << error.what();
        ++duplicates;
      } catch (const Unhappy&) {
        ++unhappy;
      }
    }
  });
  EXPECT_EQ(accepted, jobs / 3);
  EXPECT_EQ(duplicates, jobs / 3);
  EXPECT_EQ(unhappy, jobs / 3);
  EXPECT_EQ(value("select count(*) from crates"), accepted);
  EXPECT_EQ(value("select count(*) from items"), 3 * accepted);
  EXPECT_EQ(value("select used from quota"), accepted);
}

TEST_P(TransactionTest, AnAttemptThatFailsLeavesNothingAndTheRestStands) {
  bool was_told = false;
  write([&](Tx& tx) {
    add_order(tx, "kept");
    EXPECT_THROW(tx.attempt([&] {
      add_order(tx, "gone");
      tx.after_commit([&] { was_told = true; });
      add_order(tx, "kept");  // which PostgreSQL does not forgive a transaction without a savepoint
    }),
                 Error);
    EXPECT_THROW(tx.attempt([&] { write([](Tx& inner) { add_order(inner, "gone"), throw Unhappy(); }); }),
                 Unhappy);
    tx.attempt([&] { add_order(tx, "tried"); });
  });
  EXPECT_EQ(value("select count(*) from crates where id in ('kept', 'tried')"), 2);
  EXPECT_EQ(value("select count(*) from crates"), 2);
  EXPECT_FALSE(was_told);
}

TEST_P(TransactionTest, AFailedWriteThatIsCaughtIsNotCommittedByHalf) {
  EXPECT_THROW(write([&](Tx&) {
                 EXPECT_THROW(write([](Tx& tx) { add_order(tx, "half"), throw Unhappy(); }), Unhappy);
               }),
               Error);
  EXPECT_EQ(value("select count(*) from crates"), 0);
}

TEST_P(TransactionTest, AWriteInsideAWriteIsPartOfIt) {
  EXPECT_THROW(write([&](Tx&) {
                 write([](Tx& tx) { add_order(tx, "inner"); });
                 throw Unhappy();
               }),
               Unhappy);
  EXPECT_EQ(value("select count(*) from crates"), 0);
  auto seen = write([&](Tx& outer) {
    add_order(outer, "outer");
    return write([](Tx& tx) { return orders_in(tx); });
  });
  EXPECT_EQ(seen, 1);
}

TEST_P(TransactionTest, AReadInsideAWriteSeesItAndOthersDoNot) {
  auto other = owned_.open();
  write([&](Tx& tx) {
    add_order(tx, "mine");
    EXPECT_EQ(value("select count(*) from crates"), 1);
    auto elsewhere = std::async(std::launch::async,
                                [&] { return other->read([](Tx& theirs) { return orders_in(theirs); }); });
    EXPECT_EQ(elsewhere.get(), 0);
  });
  EXPECT_EQ(other->read([](Tx& tx) { return orders_in(tx); }), 1);
}

TEST_P(TransactionTest, WhatIsToldAfterTheCommitIsThereForEverybody) {
  auto other = owned_.open();
  std::int64_t seen = -1;
  auto caller = std::this_thread::get_id();
  write([&](Tx& tx) {
    add_order(tx, "told");
    tx.after_commit([&] {
      seen = other->read([](Tx& theirs) { return orders_in(theirs); });
      EXPECT_EQ(std::this_thread::get_id(), caller);
    });
    EXPECT_EQ(seen, -1);
  });
  EXPECT_EQ(seen, 1);
}

TEST_P(TransactionTest, NobodyIsToldOfWhatWasRolledBack) {
  bool is_told = false;
  EXPECT_THROW(write([&](Tx& tx) {
                 write([&](Tx& inner) { inner.after_commit([&] { is_told = true; }); });
                 tx.after_commit([&] { is_told = true; });
                 throw Unhappy();
               }),
               Unhappy);
  EXPECT_FALSE(is_told);
}

TEST_P(TransactionTest, AFailedStatementThatIsSwallowedDoesNotPassForACommit) {
  write([](Tx& tx) { add_order(tx, "first"); });
  bool is_committed = false;
  try {
    write([](Tx& tx) {
      add_order(tx, "second");
      EXPECT_THROW(add_order(tx, "first"), Error);
    });
    is_committed = true;
  } catch (const Error&) {
    // PostgreSQL has aborted the whole transaction and must say so
  }
  EXPECT_EQ(value("select count(*) from crates"), is_committed ? 2 : 1);
}

TEST_P(TransactionTest, ABatchIsPartOfItsTransaction) {
  std::vector<std::vector<Param>> rows;
  for (std::string_view id : {"a", "b", "c"}) rows.push_back({to_param(id)});
  write([&](Tx& tx) { tx.batch("insert into crates values ($1)", rows); });
  EXPECT_EQ(value("select count(*) from crates"), 3);
  rows = {{to_param(std::string_view("d"))},
          {to_param(std::string_view("a"))},
          {to_param(std::string_view("e"))}};
  EXPECT_THROW(write([&](Tx& tx) { tx.batch("insert into crates values ($1)", rows); }), Error);
  EXPECT_EQ(value("select count(*) from crates"), 3);
  write([&](Tx& tx) { tx.batch("insert into crates values ($1)", {}); });
}

/// The one writer of SQLite, seen from outside.
class SqliteWriterTest : public testing::Test {
 protected:
  TestDatabase owned_{Engine::sqlite};
};

TEST_F(SqliteWriterTest, AReaderCannotWrite) {
  EXPECT_THROW(owned_.get().read([](Tx& tx) { tx.exec("create table x (id text)"); }), Error);
}

TEST_F(SqliteWriterTest, AFullQueueSaysBusyAtOnce) {
  auto database =
      open_database({.url = owned_.url(), .connections = 2, .write_queue = 1, .is_synchronous = false});
  std::promise<void> is_running, may_end;
  auto first = std::async(std::launch::async, [&] {
    database->write([&](Tx&) {
      is_running.set_value();
      may_end.get_future().wait();
    });
  });
  is_running.get_future().wait();
  std::promise<void> is_waiting;
  auto second = std::async(std::launch::async, [&] {
    is_waiting.set_value();
    database->write([](Tx&) {});
  });
  is_waiting.get_future().wait();
  while (database->waiting_writes() == 0) std::this_thread::yield();
  try {
    database->write([](Tx&) {});
    ADD_FAILURE() << "the queue took more than its limit";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::busy);
  }
  may_end.set_value();
  first.get();
  second.get();
}

TEST_F(SqliteWriterTest, ACommitThatFailsIsToldToEverybodyInItAndTheNextOneWorks) {
  auto& database = owned_.get();
  database.write([](Tx& tx) {
    tx.exec("create table parents (id text primary key)");
    tx.exec("create table children (parent text references parents (id) deferrable initially deferred)");
  });
  bool is_told = false;
  EXPECT_THROW(database.write([&](Tx& tx) {
    tx.exec("insert into children values ('nobody')");  // noticed by COMMIT alone
    tx.after_commit([&] { is_told = true; });
  }),
               Error);
  EXPECT_FALSE(is_told);
  database.write([](Tx& tx) { tx.exec("insert into parents values ('p')"); });
  EXPECT_EQ(database.read([](Tx& tx) { return tx.value<std::int64_t>("select count(*) from children"); }), 0);
}

TEST_F(SqliteWriterTest, AClosedDatabaseFinishesWhatWaitedAndRefusesTheRest) {
  auto& database = owned_.get();
  std::promise<void> is_running;
  auto running = std::async(std::launch::async, [&] {
    database.write([&](Tx& tx) {
      is_running.set_value();
      tx.exec("create table late (id text)");
    });
  });
  is_running.get_future().wait();
  database.close();
  running.get();
  EXPECT_THROW(database.write([](Tx&) {}), Error);
  EXPECT_EQ(database.read([](Tx& tx) { return tx.value<std::int64_t>("select count(*) from late"); }), 0);
}

EXPOGATE_ON_EACH_ENGINE(TransactionTest);

}  // namespace
}  // namespace expogate::db
