#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/database.h"
#include "testing/temporary_folder.h"

namespace expogate {

/// The engines that database tests run on: SQLite always, PostgreSQL when EXPOGATE_TEST_POSTGRES holds the
/// URL of a server (`bin/test-postgres` starts one and prints it). The run says which at its start.
std::vector<db::Engine> tested_engines();
std::vector<db::Engine> tested_servers();
std::string engine_name(const testing::TestParamInfo<db::Engine>& info);

enum class Schema { migrated, none };

/// An empty database, by default with the program's schema, gone with this object. SQLite: a file of its own.
/// PostgreSQL: one database per run of the program, emptied each time, so only one may exist at a time.
class TestDatabase {
 public:
  explicit TestDatabase(db::Engine engine, Schema schema = Schema::migrated);
  TestDatabase(const TestDatabase&) = delete;

  /// Opens the same database once more, as another process would.
  std::unique_ptr<db::Database> open(int connections = 16) const;
  db::Database& get() { return *database_; }
  const std::string& url() const { return url_; }

 private:
  std::optional<TemporaryFolder> folder_;  ///< SQLite
  std::string url_;
  std::unique_ptr<db::Database> database_;
};

/// A test that runs once on each engine; end the file with EXPOGATE_ON_EACH_ENGINE(TheTest).
class OnEachEngine : public testing::TestWithParam<db::Engine> {
 protected:
  db::Database& database() { return owned_.get(); }
  template <class Work>
  auto read(Work&& work) {
    return database().read(work);
  }
  template <class Work>
  auto write(Work&& work) {
    return database().write(work);
  }
  TestDatabase owned_{GetParam()};
};

#define EXPOGATE_ON_EACH_ENGINE(Test) \
  INSTANTIATE_TEST_SUITE_P(On, Test, testing::ValuesIn(tested_engines()), engine_name)

/// For what only a server with several writers can do; without one the run says so at its start.
#define EXPOGATE_ON_POSTGRES(Test)                     \
  GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Test); \
  INSTANTIATE_TEST_SUITE_P(On, Test, testing::ValuesIn(tested_servers()), engine_name)

}  // namespace expogate
