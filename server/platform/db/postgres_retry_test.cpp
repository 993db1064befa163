#include <gmock/gmock.h>

#include <atomic>
#include <barrier>

#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::db {
namespace {

/// What only a server far away can do: ask for a repetition, or go away.
class PostgresRetryTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](Tx& tx) {
      tx.exec("create table numbers (id text primary key, n bigint not null)");
      tx.exec("insert into numbers values ('a', 0), ('b', 0)");
    });
  }
  static void add_one(Tx& tx, std::string_view id) {
    tx.exec("update numbers set n = n + 1 where id = $1", id);
  }
  std::int64_t number(std::string_view id) {
    return read([&](Tx& tx) { return tx.value<std::int64_t>("select n from numbers where id = $1", id); });
  }
  /// Ends the server's side of every connection of this database but the asking one.
  void cut_everybody_off() {
    auto connection = database().open_connection();
    Tx(*connection).query<bool>(R"(
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid())");
  }
  void cut_off(std::int64_t pid) {
    auto connection = database().open_connection();
    Tx(*connection).query<bool>("select pg_terminate_backend($1::int)", pid);
  }
  static std::int64_t pid_of(Tx& tx) { return tx.value<std::int64_t>("select pg_backend_pid()"); }
  /// Fills the pool: this many connections at once.
  void open_connections(int count) {
    std::barrier all(count);
    run_together(count, [&](int) { read([&](Tx&) { all.arrive_and_wait(); }); });
  }
};

TEST_P(PostgresRetryTest, AWriteThatTheServerCannotSerializeIsRunAgain) {
  std::atomic<int> attempts = 0;
  write([&](Tx& tx) {
    tx.exec("set transaction isolation level repeatable read");
    tx.value<std::int64_t>("select n from numbers where id = 'a'");
    if (++attempts == 1) std::jthread([&] { write([](Tx& theirs) { add_one(theirs, "a"); }); }).join();
    add_one(tx, "a");
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number("a"), 2);
}

TEST_P(PostgresRetryTest, TwoWritesInADeadlockBothHappen) {
  std::barrier both_hold_one(2);
  std::atomic<int> attempts = 0;
  run_together(2, [&](int person) {
    bool is_first_try = true;
    write([&](Tx& tx) {
      ++attempts;
      add_one(tx, person == 0 ? "a" : "b");
      if (is_first_try) both_hold_one.arrive_and_wait();
      is_first_try = false;
      add_one(tx, person == 0 ? "b" : "a");
    });
  });
  EXPECT_GE(attempts, 3) << "they met";
  EXPECT_EQ(number("a"), 2);
  EXPECT_EQ(number("b"), 2);
}

TEST_P(PostgresRetryTest, AWriteThatNeverFitsEndsWithTheReason) {
  int attempts = 0;
  EXPECT_THROW(write([&](Tx&) {
                 ++attempts;
                 throw Error(Fault::serialization, "again");
               }),
               Error);
  EXPECT_EQ(attempts, 6);
}

TEST_P(PostgresRetryTest, NobodyIsToldOfAnAttemptThatWasRepeated) {
  int told = 0, attempts = 0;
  write([&](Tx& tx) {
    tx.after_commit([&] { ++told; });
    if (++attempts < 3) throw Error(Fault::serialization, "again");
  });
  EXPECT_EQ(told, 1);
}

TEST_P(PostgresRetryTest, AConnectionLostInTheMiddleOfAWriteIsReplacedOnce) {
  int attempts = 0;
  write([&](Tx& tx) {
    add_one(tx, "a");
    if (++attempts == 1) cut_off(pid_of(tx));
    add_one(tx, "b");
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number("a"), 1);
  EXPECT_EQ(number("b"), 1);
}

TEST_P(PostgresRetryTest, AServerThatGoesAwayAgainIsTold) {
  int attempts = 0;
  try {
    write([&](Tx& tx) {
      ++attempts;
      cut_off(pid_of(tx));
      add_one(tx, "a");
    });
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::connection);
  }
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(number("a"), 0);
}

TEST_P(PostgresRetryTest, AWriteWhoseCommitWasLostIsNotRepeated) {
  int attempts = 0;
  try {
    write([&](Tx& tx) {
      ++attempts;
      add_one(tx, "a");
      cut_off(pid_of(tx));
    });
    ADD_FAILURE() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.fault(), Fault::connection);
  }
  EXPECT_EQ(attempts, 1);
}

TEST_P(PostgresRetryTest, AfterTheServersRestartTheFirstReadAndTheFirstWriteWork) {
  open_connections(8);
  cut_everybody_off();
  EXPECT_EQ(number("a"), 0);
  open_connections(8);
  cut_everybody_off();
  write([](Tx& tx) { add_one(tx, "a"); });
  EXPECT_EQ(number("a"), 1);
}

TEST_P(PostgresRetryTest, StatementsStayPreparedOverARollback) {
  EXPECT_THROW(write([](Tx& tx) {
                 add_one(tx, "a");
                 throw Error(Fault::other, "stop");
               }),
               Error);
  write([](Tx& tx) { add_one(tx, "a"); });
  EXPECT_EQ(number("a"), 1);
}

EXPOGATE_ON_POSTGRES(PostgresRetryTest);

}  // namespace
}  // namespace expogate::db
