#include <gmock/gmock.h>

#include <fstream>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <thread>

#include "platform/db/migrations.h"
#include "platform/db/postgres_connection.h"
#include "platform/ledger/ledger.h"
#include "platform/log/log.h"
#include "testing/child_process.h"
#include "testing/temporary_folder.h"
#include "testing/test_clock.h"

// What the database has said is done stays done, whoever is killed. EXPOGATE_FAULT_ROUNDS makes it longer.

namespace expogate::ledger {
namespace {

constexpr Instant now = TestClock::start;

int rounds() {
  auto* wanted = std::getenv("EXPOGATE_FAULT_ROUNDS");
  return wanted ? std::atoi(wanted) : 10;
}

/// A PostgreSQL of the test's own, which it may kill.
class PrivateServer {
 public:
  explicit PrivateServer(bool is_durable) : is_durable_(is_durable) {
    // PostgreSQL refuses to run as root and becomes another user, who must get into the folder.
    std::filesystem::permissions(folder_.path(), std::filesystem::perms::others_exec,
                                 std::filesystem::perm_options::add);
    start();
  }
  ~PrivateServer() { kill(); }
  const std::string& url() const { return url_; }

  void start() {
    std::vector<std::string> words{EXPOGATE_TEST_POSTGRES_SCRIPT, "run", "--in", folder_.path() / "pg"};
    if (is_durable_) words.push_back("--durable");
    postmaster_.emplace(words);
    url_ = postmaster_->read_line();
    wait_until_ready();
  }

  /// The postmaster and everybody it has started, without a word of warning.
  void kill() {
    auto postmaster = postmaster_->pid();
    ::kill(postmaster, SIGSTOP);  // so that it starts nobody while its children are read
    auto name = std::to_string(postmaster);
    std::ifstream children("/proc/" + name + "/task/" + name + "/children");
    for (pid_t child; children >> child;) ::kill(child, SIGKILL);
    postmaster_->kill();
    postmaster_->wait();
  }

 private:
  void wait_until_ready() const {
    for (int i = 0; i < 1000; ++i) {
      try {
        db::PostgresConnection connection(url_);
        return;
      } catch (const db::Error&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // it is still recovering
      }
    }
    throw std::runtime_error("PostgreSQL did not start: see run.log in " + folder_.path().string());
  }

  TemporaryFolder folder_;
  bool is_durable_;
  std::optional<ChildProcess> postmaster_;
  std::string url_;
};

/// The load in a process of its own, and what it was told is done.
class Load {
 public:
  Load(const std::string& url, int round)
      : process_({EXPOGATE_LEDGER_LOAD, url, std::to_string(round), "4"}) {}

  void wait_for(int count) {
    for (int i = 0; i < count; ++i) acknowledged_.insert(process_.read_line());
  }
  void kill() {
    process_.kill();
    std::istringstream rest(process_.read_all());
    for (std::string line; std::getline(rest, line);) acknowledged_.insert(line);
  }
  const std::set<std::string>& acknowledged() const { return acknowledged_; }

 private:
  ChildProcess process_;
  std::set<std::string> acknowledged_;
};

class DatabaseFaults : public testing::Test {
 protected:
  void SetUp() override {
    log::set_level(log::Level::error);
    RecordProperty("seed", std::to_string(seed_));
  }

  static void prepare(const std::string& url) {
    auto database = db::open_database({.url = url});
    db::migrate(*database, now);
    database->write([](db::Tx& tx) {
      open_account(tx, {"source"}, "place", Guard::none, now);
      for (auto key : {"given", "held"})
        open_account(tx, {key}, "place", Guard::debits_must_not_exceed_credits, now);
    });
  }

  int a_while() { return std::uniform_int_distribution(20, 300)(random_); }

  static std::vector<std::string> lost(db::Database& database, const std::set<std::string>& acknowledged) {
    return database.read([&](db::Tx& tx) {
      std::vector<std::string> lost;
      for (auto& id : acknowledged) {
        auto row = find_transfer(tx, id);
        if (!row || row->phase != Phase::posted) lost.push_back(id);
      }
      return lost;
    });
  }

  void expect_nothing_lost(const std::string& url, const std::set<std::string>& acknowledged) {
    auto database = db::open_database({.url = url});
    EXPECT_THAT(lost(*database, acknowledged), testing::IsEmpty()) << "seed " << seed_;
    EXPECT_THAT(database->read([](db::Tx& tx) { return verify(tx); }), testing::IsEmpty())
        << "seed " << seed_;
    auto again = database->write([&](db::Tx& tx) {
      auto known = find_transfer(tx, *acknowledged.begin()).value();
      return transfer(
          tx,
          {known.id, {known.debit_account_id}, {known.credit_account_id}, known.amount, "again", "again", {}},
          now);
    });
    EXPECT_EQ(again, Result::already_done);
  }

  void kill_the_program_again_and_again(const std::string& url) {
    prepare(url);
    std::set<std::string> acknowledged;
    for (int round = 0; round < rounds(); ++round) {
      Load load(url, round);
      load.wait_for(a_while());
      load.kill();
      acknowledged.insert(load.acknowledged().begin(), load.acknowledged().end());
      expect_nothing_lost(url, acknowledged);
    }
    std::cout << acknowledged.size() << " acknowledged transfers, none lost" << std::endl;
  }

  unsigned seed_ = std::random_device()();
  std::mt19937 random_{seed_};
};

TEST_F(DatabaseFaults, AKilledProgramLosesNothingItWasToldBySqlite) {
  TemporaryFolder folder;
  kill_the_program_again_and_again("sqlite:" + (folder.path() / "faults.db").string());
}

TEST_F(DatabaseFaults, AKilledProgramLosesNothingItWasToldByPostgres) {
  PrivateServer server(true);
  kill_the_program_again_and_again(server.url());
}

TEST_F(DatabaseFaults, AKilledServerLosesNothingAndTheProgramGoesOn) {
  PrivateServer server(true);
  prepare(server.url());
  Load load(server.url(), 0);
  for (int round = 0; round < rounds() / 3; ++round) {
    load.wait_for(a_while());
    server.kill();
    server.start();
  }
  load.wait_for(a_while());
  load.kill();
  expect_nothing_lost(server.url(), load.acknowledged());
}

TEST_F(DatabaseFaults, ControlAServerThatAnswersBeforeItHasWrittenLosesSomething) {
  PrivateServer server(false);
  prepare(server.url());
  bool is_lost = false;
  for (int round = 0; round < 20 && !is_lost; ++round) {
    Load load(server.url(), round);
    load.wait_for(a_while());
    server.kill();
    load.kill();
    server.start();
    is_lost = !lost(*db::open_database({.url = server.url()}), load.acknowledged()).empty();
  }
  EXPECT_TRUE(is_lost) << "killing the server proves nothing";
}

}  // namespace
}  // namespace expogate::ledger
