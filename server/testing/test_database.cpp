#include "testing/test_database.h"

#include <unistd.h>

#include <iostream>

#include "platform/db/migrations.h"
#include "platform/db/postgres_connection.h"
#include "platform/log/log.h"
#include "testing/test_clock.h"

namespace expogate {
namespace {

const char* postgres_server() {
  return std::getenv("EXPOGATE_TEST_POSTGRES");
}

std::string database_name() {
  return "expogate_test_" + std::to_string(::getpid());
}

/// `postgresql://somebody@somewhere/postgres` with another database.
std::string url_of_database(const std::string& server, const std::string& name) {
  auto query = server.find('?');
  auto path = server.rfind('/', query);
  return server.substr(0, path + 1) + name + (query == server.npos ? "" : server.substr(query));
}

/// The run's database on the server: made when the first test wants it, dropped when the program ends.
class RunDatabase : public testing::Environment {
 public:
  void SetUp() override {
    log::set_level(log::Level::error);
    std::cout << "database tests run on sqlite"
              << (postgres_server() ? " and postgres" : " alone: EXPOGATE_TEST_POSTGRES names no server")
              << std::endl;
  }
  void TearDown() override {
    if (is_made_) on_server("drop database if exists " + database_name() + " with (force)");
  }
  std::string make() {
    if (!is_made_) on_server("create database " + database_name());
    is_made_ = true;
    return url_of_database(postgres_server(), database_name());
  }

 private:
  static void on_server(const std::string& sql) { db::PostgresConnection(postgres_server()).run_script(sql); }
  bool is_made_ = false;
};

auto* run_database = static_cast<RunDatabase*>(testing::AddGlobalTestEnvironment(new RunDatabase));

}  // namespace

std::vector<db::Engine> tested_engines() {
  if (postgres_server()) return {db::Engine::sqlite, db::Engine::postgres};
  return {db::Engine::sqlite};
}

std::vector<db::Engine> tested_servers() {
  auto engines = tested_engines();
  std::erase(engines, db::Engine::sqlite);
  return engines;
}

std::string engine_name(const testing::TestParamInfo<db::Engine>& info) {
  return info.param == db::Engine::sqlite ? "sqlite" : "postgres";
}

TestDatabase::TestDatabase(db::Engine engine, Schema schema) {
  if (engine == db::Engine::sqlite) {
    folder_.emplace();
    url_ = "sqlite:" + (folder_->path() / "test.db").string();
  } else {
    url_ = run_database->make();
    db::PostgresConnection(url_).run_script("drop schema public cascade; create schema public");
  }
  database_ = open();
  if (schema == Schema::migrated) db::migrate(*database_, TestClock::start);
}

std::unique_ptr<db::Database> TestDatabase::open(int connections) const {
  return db::open_database({.url = url_, .connections = connections, .is_synchronous = false});
}

}  // namespace expogate
