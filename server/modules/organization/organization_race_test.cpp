#include <gmock/gmock.h>

#include <barrier>

#include "organization/organization_store.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::organization {
namespace {

constexpr int contenders = 8;

/// Everybody looks before anybody acts: what is not guarded by the act itself goes wrong every time.
class OrganizationRaceTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](db::Tx& tx) {
      tx.exec("create table contested (id text, state text, uscc text)");
      tx.exec("create table contested_codes (id text, uscc text, constraint contested_uscc unique (uscc))");
      tx.exec("insert into contested (id, state) values ('acme', 'awaiting_review')");
    });
  }

  /// How many of them believe that they have done it.
  int race(const std::function<bool(db::Tx&)>& may, const std::function<bool(db::Tx&)>& act) {
    std::barrier everybody(contenders);
    std::atomic<int> winners = 0;
    in_threads(contenders, [&](int) {
      bool is_free = read([&](db::Tx& tx) { return may(tx); });
      everybody.arrive_and_wait();
      try {
        if (is_free && write([&](db::Tx& tx) { return act(tx); })) ++winners;
      } catch (const db::Error& error) {
        EXPECT_EQ(error.fault(), db::Fault::unique);
      }
    });
    return winners;
  }

  static bool is_awaiting(db::Tx& tx) {
    return tx.value<std::string>("select state from contested where id = 'acme'") == "awaiting_review";
  }
  static bool is_unknown(db::Tx& tx, const char* table) {
    return tx.value<std::int64_t>(std::string("select count(*) from ") + table + " where uscc = 'X'") == 0;
  }
};

TEST_P(OrganizationRaceTest, OfManyReviewersOneDecides) {
  EXPECT_EQ(race(is_awaiting,
                 [](db::Tx& tx) {
                   return tx.exec("update contested set state = $2 where id = $1 and state = $3", "acme", "approved",
                                  "awaiting_review") == 1;
                 }),
            1);
}

TEST_P(OrganizationRaceTest, ControlLookingAndThenWritingDecidesManyTimes) {
  EXPECT_EQ(race(is_awaiting,
                 [](db::Tx& tx) {
                   return tx.exec("update contested set state = $2 where id = $1", "acme", "approved") == 1;
                 }),
            contenders);
}

TEST_P(OrganizationRaceTest, OfManyRegistrationsOfACodeOneBegins) {
  EXPECT_EQ(race([](db::Tx& tx) { return is_unknown(tx, "contested_codes"); },
                 [](db::Tx& tx) {
                   return tx.exec("insert into contested_codes (id, uscc) values ('a', 'X')") == 1;
                 }),
            1);
}

TEST_P(OrganizationRaceTest, ControlLookingAndThenInsertingBeginsManyTimes) {
  EXPECT_EQ(race([](db::Tx& tx) { return is_unknown(tx, "contested"); },
                 [](db::Tx& tx) { return tx.exec("insert into contested (id, uscc) values ('a', 'X')") == 1; }),
            contenders);
}

INSTANTIATE_TEST_SUITE_P(Engines, OrganizationRaceTest, each_engine());

}  // namespace
}  // namespace expogate::organization
