#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <barrier>
#include <functional>

#include "platform/db/error.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::organization {
namespace {

constexpr int contenders = 8;

/// Everybody looks before anybody acts: what the act itself does not guard goes wrong every time. The table
/// is not the program's own, so that it can be had without its guard.
class OrganizationRaceTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](db::Tx& tx) {
      tx.exec("create table reviewed (id text primary key, state text not null)");
      tx.exec("insert into reviewed values ('acme', 'awaiting_review')");
      tx.exec(
          "create table placed (id text primary key, place text not null, state text not null, version "
          "bigint not null)");
      tx.exec("insert into placed values ('acme', 'shanghai', 'draft', 1)");
      tx.exec("create table guarded_codes (uscc text not null, constraint guarded unique (uscc))");
      tx.exec("create table bare_codes (uscc text not null)");
    });
  }

  /// How many of them believe that they have done it.
  int race(const std::function<bool(db::Tx&)>& may, const std::function<std::int64_t(db::Tx&)>& act) {
    std::barrier everybody(contenders);
    std::atomic<int> winners = 0;
    run_together(contenders, [&](int) {
      bool is_free = read([&](db::Tx& tx) { return may(tx); });
      everybody.arrive_and_wait();
      try {
        if (is_free && write([&](db::Tx& tx) { return act(tx); }) == 1) ++winners;
      } catch (const db::Error& error) {
        if (error.fault() != db::Fault::unique) throw;
      }
    });
    return winners;
  }

  static bool is_first_version(db::Tx& tx) {
    return tx.value<std::int64_t>("select version from placed where id = 'acme'") == 1;
  }
  static bool is_draft(db::Tx& tx) {
    return tx.value<std::string>("select state from placed where id = 'acme'") == "draft";
  }
  static bool is_awaiting(db::Tx& tx) {
    return tx.value<std::string>("select state from reviewed where id = 'acme'") == "awaiting_review";
  }
};

TEST_P(OrganizationRaceTest, OfManyReviewersOneDecides) {
  auto decide = [](db::Tx& tx) {
    return tx.exec("update reviewed set state = 'approved' where id = 'acme' and state = 'awaiting_review'");
  };
  EXPECT_EQ(race(is_awaiting, decide), 1);
}

TEST_P(OrganizationRaceTest, ControlLookingAndThenWritingDecidesManyTimes) {
  auto decide = [](db::Tx& tx) {
    return tx.exec("update reviewed set state = 'approved' where id = 'acme'");
  };
  EXPECT_EQ(race(is_awaiting, decide), contenders);
}

TEST_P(OrganizationRaceTest, OfManyRegistrationsOfACodeOneBegins) {
  auto is_free = [](db::Tx& tx) { return tx.value<int>("select count(*) from guarded_codes") == 0; };
  auto begin = [](db::Tx& tx) { return tx.exec("insert into guarded_codes values ('X')"); };
  EXPECT_EQ(race(is_free, begin), 1);
}

TEST_P(OrganizationRaceTest, ControlLookingAndThenInsertingBeginsManyTimes) {
  auto is_free = [](db::Tx& tx) { return tx.value<int>("select count(*) from bare_codes") == 0; };
  auto begin = [](db::Tx& tx) { return tx.exec("insert into bare_codes values ('X')"); };
  EXPECT_EQ(race(is_free, begin), contenders);
}

TEST_P(OrganizationRaceTest, OfManyRetriedSubmitsOneSubmits) {
  auto submit = [](db::Tx& tx) {
    return tx.exec("update placed set state = 'submitted' where id = 'acme' and state = 'draft'");
  };
  EXPECT_EQ(race(is_draft, submit), 1);
}

TEST_P(OrganizationRaceTest, ControlLookingAndThenSubmittingSubmitsManyTimes) {
  auto submit = [](db::Tx& tx) { return tx.exec("update placed set state = 'submitted' where id = 'acme'"); };
  EXPECT_EQ(race(is_draft, submit), contenders);
}

/// Half of them move it, half of them decide on it where they saw it.
std::int64_t move_or_decide(db::Tx& tx, std::string_view guard) {
  static std::atomic<int> turn = 0;
  auto change = ++turn % 2 ? "update placed set place = 'pudong'" : "update placed set state = 'approved'";
  return tx.exec(fmt::format("{}, version = version + 1 where id = 'acme' {}", change, guard));
}

TEST_P(OrganizationRaceTest, OfMovesAndVerdictsOnOneVersionOneHappens) {
  EXPECT_EQ(race(is_first_version, [](db::Tx& tx) { return move_or_decide(tx, "and version = 1"); }), 1);
}

TEST_P(OrganizationRaceTest, ControlWithoutTheVersionMovesAndVerdictsAllHappen) {
  EXPECT_EQ(race(is_first_version, [](db::Tx& tx) { return move_or_decide(tx, ""); }), contenders);
}

EXPOGATE_ON_EACH_ENGINE(OrganizationRaceTest);

}  // namespace
}  // namespace expogate::organization
