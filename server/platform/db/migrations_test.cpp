#include "platform/db/migrations.h"

#include <gmock/gmock.h>

#include <mutex>
#include <thread>

#include "platform/db/sqlite_connection.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::db {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

constexpr Instant now = TestClock::start;

std::vector<int> all_numbers() {
  std::vector<int> numbers;
  for (auto& migration : all_migrations()) numbers.push_back(migration.number);
  return numbers;
}

class MigrationsTest : public testing::TestWithParam<Engine> {
 protected:
  std::string refusal() {
    try {
      migrate(owned_.get(), now);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was refused";
  }
  void damage(std::string_view sql) {
    owned_.get().write([&](Tx& tx) { tx.exec(sql); });
  }
  TestDatabase owned_{GetParam(), Schema::none};
};

TEST_P(MigrationsTest, AnEmptyDatabaseGetsThemAllOnce) {
  EXPECT_EQ(pending_migrations(owned_.get()), all_numbers());
  EXPECT_EQ(migrate(owned_.get(), now), all_numbers());
  EXPECT_THAT(migrate(owned_.get(), now), IsEmpty());
  EXPECT_THAT(pending_migrations(owned_.get()), IsEmpty());
}

TEST_P(MigrationsTest, AMigrationThatWasEditedAfterwardsIsRefused) {
  migrate(owned_.get(), now);
  damage("update schema_version set checksum = 'edited' where number = 1");
  EXPECT_THAT(refusal(), HasSubstr("was changed after it had been applied"));
  EXPECT_THROW(pending_migrations(owned_.get()), Error);
}

TEST_P(MigrationsTest, ASchemaOfANewerProgramIsRefused) {
  migrate(owned_.get(), now);
  damage("insert into schema_version values (9999, '9999_future', 'x', 0)");
  EXPECT_THAT(refusal(), HasSubstr("9999_future"));
}

TEST_P(MigrationsTest, TwoProcessesThatStartTogetherMigrateOnce) {
  auto other = owned_.open();
  std::mutex mutex;
  std::vector<int> applied;
  run_together(2, [&](int process) {
    auto mine = migrate(process == 0 ? owned_.get() : *other, now);
    std::lock_guard lock(mutex);
    applied.insert(applied.end(), mine.begin(), mine.end());
  });
  EXPECT_THAT(applied, testing::UnorderedElementsAreArray(all_numbers()));
}

TEST(MigrationText, LinesForOneEngineAreOnlyForIt) {
  std::string_view sql = "a\n-- sqlite\nb\n-- postgres\nc\n-- both\nd\n";
  EXPECT_EQ(text_for(Engine::sqlite, sql), "a\nb\nd\n");
  EXPECT_EQ(text_for(Engine::postgres, sql), "a\nc\nd\n");
}

TEST(MigrationText, TheSchemaIsTheSameEachTime) {
  TestDatabase first(Engine::sqlite), second(Engine::sqlite);
  auto text = schema_text(first.get());
  EXPECT_THAT(text, HasSubstr("CREATE TABLE ledger_accounts"));
  EXPECT_EQ(text, schema_text(second.get()));
}

/// A copy made under load is one moment of the database, and is made although others never stop writing.
TEST(SqliteBackupTest, ACopyMadeWhileOthersWriteIsWholeAndOfOneMoment) {
  TestDatabase owned(Engine::sqlite);
  auto& database = owned.get();
  database.write([](Tx& tx) {
    tx.exec("create table pairs (left_n bigint not null, right_n bigint not null, filler text not null)");
    std::string filler(2000, 'x');  // more pages than one step of a copy
    for (int i = 0; i < 5000; ++i) tx.exec("insert into pairs values ($1, $1, $2)", i, filler);
  });
  std::atomic<bool> is_copied = false;
  std::jthread writer([&] {
    while (!is_copied)
      database.write([](Tx& tx) { tx.exec("update pairs set left_n = left_n + 1, right_n = right_n + 1"); });
  });
  auto file = owned.url().substr(7) + ".copy";
  auto connection = database.open_connection();
  dynamic_cast<SqliteConnection&>(*connection).backup_to(file);
  is_copied = true;
  writer.join();
  auto copy = open_database({.url = "sqlite:" + file});
  copy->read([](Tx& tx) {
    EXPECT_EQ(tx.value<std::string>("pragma integrity_check"), "ok");
    EXPECT_EQ(tx.value<std::int64_t>("select count(*) from pairs"), 5000);
    EXPECT_EQ(tx.value<std::int64_t>("select count(distinct left_n - rowid) from pairs"), 1)
        << "no update by halves";
    EXPECT_EQ(tx.value<std::int64_t>("select count(*) from pairs where left_n <> right_n"), 0);
  });
}

EXPOGATE_ON_EACH_ENGINE(MigrationsTest);

}  // namespace
}  // namespace expogate::db
