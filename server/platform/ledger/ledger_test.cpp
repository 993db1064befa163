#include "platform/ledger/ledger.h"

#include <gmock/gmock.h>

#include "testing/test_clock.h"
#include "testing/test_database.h"

namespace expogate::ledger {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const AccountKey bureau{"quota/bureau/vip"}, shanghai{"quota/shanghai/vip"}, jingan{"quota/jingan/vip"};
constexpr Instant now = TestClock::start;

/// A bureau that may give without end, a group and a subgroup that may give what they have.
class LedgerTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](db::Tx& tx) {
      open_account(tx, bureau, "vip", Guard::none, now);
      open_account(tx, shanghai, "vip", Guard::debits_must_not_exceed_credits, now);
      open_account(tx, jingan, "vip", Guard::debits_must_not_exceed_credits, now);
    });
  }
  void TearDown() override {
    EXPECT_THAT(read([](db::Tx& tx) { return verify(tx); }), IsEmpty());
  }

  static Transfer moving(std::string id, const AccountKey& debit, const AccountKey& credit,
                         std::int64_t amount) {
    return {std::move(id), debit, credit, amount, "quota_assigned", "subject", AccountId{"zhang"}};
  }
  Result give(const std::string& id, const AccountKey& debit, const AccountKey& credit, std::int64_t amount) {
    return write([&](db::Tx& tx) { return transfer(tx, moving(id, debit, credit, amount), now); });
  }
  Result keep(const std::string& id, std::int64_t amount, Duration how_long = minutes(15)) {
    return write(
        [&](db::Tx& tx) { return hold(tx, moving(id, shanghai, jingan, amount), now + how_long, now); });
  }
  Account account(const AccountKey& key) {
    return read([&](db::Tx& tx) { return find_account(tx, key).value(); });
  }
};

TEST_P(LedgerTest, WhatIsGivenIsTheTakersToGive) {
  EXPECT_EQ(give("t1", bureau, shanghai, 80), Result::done);
  EXPECT_EQ(give("t2", shanghai, jingan, 17), Result::done);
  EXPECT_EQ(account(shanghai).available(), 63);
  EXPECT_EQ(account(jingan).available(), 17);
}

TEST_P(LedgerTest, MoreThanThereIsIsRefusedAndLeavesNothing) {
  give("t1", bureau, shanghai, 10);
  EXPECT_EQ(give("t2", shanghai, jingan, 11), Result::exceeds_available);
  EXPECT_EQ(keep("t3", 11), Result::exceeds_available);
  EXPECT_EQ(account(jingan).credits_posted, 0);
  EXPECT_EQ(account(jingan).credits_pending, 0);
  EXPECT_FALSE(read([](db::Tx& tx) { return find_transfer(tx, "t2"); }));
  EXPECT_EQ(give("t2", shanghai, jingan, 10), Result::done) << "a refused id is free again";
}

TEST_P(LedgerTest, ARefusedTransferLetsItsTransactionGoOn) {
  give("t1", bureau, shanghai, 10);
  write([](db::Tx& tx) {
    EXPECT_EQ(transfer(tx, moving("big", shanghai, jingan, 11), now), Result::exceeds_available);
    EXPECT_EQ(transfer(tx, moving("small", shanghai, jingan, 4), now), Result::done);
  });
  EXPECT_EQ(account(shanghai).available(), 6);
}

TEST_P(LedgerTest, ARetryIsHarmless) {
  give("t1", bureau, shanghai, 10);
  EXPECT_EQ(give("t1", bureau, shanghai, 10), Result::already_done);
  EXPECT_EQ(account(shanghai).available(), 10);
}

TEST_P(LedgerTest, TheSameIdForSomethingElseIsRefused) {
  give("t1", bureau, shanghai, 10);
  EXPECT_THROW(give("t1", bureau, shanghai, 11), Refusal);
  EXPECT_THROW(give("t1", bureau, jingan, 10), Refusal);
  EXPECT_EQ(account(shanghai).available(), 10);
}

TEST_P(LedgerTest, ARolledBackTransferNeverWas) {
  give("t1", bureau, shanghai, 10);
  EXPECT_THROW(write([](db::Tx& tx) {
                 transfer(tx, moving("t2", shanghai, jingan, 4), now);
                 throw NotFound();
               }),
               NotFound);
  EXPECT_EQ(account(shanghai).available(), 10);
  EXPECT_EQ(give("t2", shanghai, jingan, 4), Result::done);
}

TEST_P(LedgerTest, AHoldIsGoneForTheGiverAndNotYetTheTakers) {
  give("t1", bureau, shanghai, 10);
  EXPECT_EQ(keep("h1", 4), Result::done);
  EXPECT_EQ(account(shanghai).available(), 6);
  EXPECT_EQ(account(jingan).available(), 0);
  EXPECT_EQ(keep("h2", 7), Result::exceeds_available);
}

TEST_P(LedgerTest, AHoldEndsOnceInOneWay) {
  give("t1", bureau, shanghai, 10);
  keep("h1", 4);
  write([](db::Tx& tx) {
    EXPECT_EQ(post(tx, "h1", now), Result::done);
    EXPECT_EQ(post(tx, "h1", now), Result::already_done);
    EXPECT_EQ(release(tx, "h1", now), std::nullopt);
    EXPECT_EQ(post(tx, "unknown", now), std::nullopt);
  });
  EXPECT_EQ(account(jingan).available(), 4);
  EXPECT_EQ(keep("h1", 4), Result::already_done) << "a late retry of the hold finds it posted";
}

TEST_P(LedgerTest, AReleasedHoldComesBack) {
  give("t1", bureau, shanghai, 10);
  keep("h1", 4);
  write([](db::Tx& tx) { EXPECT_EQ(release(tx, "h1", now), Result::done); });
  EXPECT_EQ(account(shanghai).available(), 10);
  EXPECT_EQ(account(jingan).credits_pending, 0);
}

TEST_P(LedgerTest, OnlyOverdueHoldsExpireOldestFirst) {
  give("t1", bureau, shanghai, 10);
  keep("late", 1, minutes(30));
  keep("second", 2, minutes(10));
  keep("first", 3, minutes(5));
  auto expire = [&](Duration after, int limit) {
    return write([&](db::Tx& tx) { return expire_holds(tx, now + after, limit); });
  };
  EXPECT_THAT(expire(minutes(4), 10), IsEmpty());
  EXPECT_THAT(expire(minutes(10), 1), ElementsAre("first"));
  EXPECT_THAT(expire(minutes(10), 10), ElementsAre("second"));
  EXPECT_EQ(account(shanghai).available(), 9);
  EXPECT_EQ(read([](db::Tx& tx) { return find_transfer(tx, "first")->phase; }), Phase::expired);
}

TEST_P(LedgerTest, AnAccountsLatestTransfersComeNewestFirst) {
  for (int i = 1; i <= 4; ++i)
    write([&](db::Tx& tx) {
      transfer(tx, moving("t" + std::to_string(i), bureau, shanghai, i), now + minutes(i));
    });
  write([](db::Tx& tx) { transfer(tx, moving("t5", shanghai, jingan, 1), now + minutes(5)); });
  auto rows = read([](db::Tx& tx) { return list_transfers(tx, shanghai, 3); });
  EXPECT_THAT(rows,
              ElementsAre(testing::Field(&TransferRow::id, "t5"), testing::Field(&TransferRow::id, "t4"),
                          testing::Field(&TransferRow::id, "t3")));
}

TEST_P(LedgerTest, OpeningAgainChangesNothing) {
  give("t1", bureau, shanghai, 10);
  write([](db::Tx& tx) { open_account(tx, shanghai, "vip", Guard::none, now); });
  EXPECT_EQ(account(shanghai).guard, Guard::debits_must_not_exceed_credits);
  EXPECT_EQ(account(shanghai).available(), 10);
}

TEST_P(LedgerTest, AClosedAccountTakesAndGivesNothing) {
  AccountKey nowhere{"quota/nowhere"};
  EXPECT_ANY_THROW(give("t1", bureau, nowhere, 1));
  EXPECT_ANY_THROW(give("t2", nowhere, shanghai, 1));
  EXPECT_ANY_THROW(give("t3", bureau, shanghai, 0));
  EXPECT_ANY_THROW(give("t4", shanghai, shanghai, 1));
}

/// Each kind of damage that somebody with database access could do shows.
class LedgerVerifyTest : public LedgerTest {
 protected:
  void SetUp() override {
    LedgerTest::SetUp();
    give("t1", bureau, shanghai, 10);
    give("t2", shanghai, jingan, 4);
  }
  void TearDown() override {}
  std::string damage(std::string_view sql) {
    write([&](db::Tx& tx) { tx.exec(sql); });
    std::string all;
    for (auto& line : read([](db::Tx& tx) { return verify(tx); })) all += line + "\n";
    return all;
  }
};

TEST_P(LedgerVerifyTest, AChangedCounterShows) {
  EXPECT_THAT(damage("update ledger_accounts set credits_posted = 11 where id = 'quota/shanghai/vip'"),
              testing::AllOf(testing::HasSubstr("shanghai"), testing::HasSubstr("differ from credits by")));
}

TEST_P(LedgerVerifyTest, ADeletedTransferShows) {
  EXPECT_THAT(damage("delete from ledger_transfers where id = 't2'"), testing::HasSubstr("jingan"));
}

TEST_P(LedgerVerifyTest, AChangedAmountShows) {
  EXPECT_THAT(damage("update ledger_transfers set amount = 5 where id = 't2'"),
              testing::HasSubstr("counters"));
}

TEST_P(LedgerVerifyTest, AMovementBetweenUnitsShows) {
  EXPECT_THAT(damage("update ledger_accounts set unit = 'points' where id = 'quota/jingan/vip'"),
              testing::HasSubstr("different units"));
}

TEST_P(LedgerVerifyTest, TheDatabaseItselfRefusesToOverdraw) {
  EXPECT_THROW(damage("update ledger_accounts set debits_posted = 11 where id = 'quota/shanghai/vip'"),
               db::Error);
}

EXPOGATE_ON_EACH_ENGINE(LedgerTest);
EXPOGATE_ON_EACH_ENGINE(LedgerVerifyTest);

}  // namespace
}  // namespace expogate::ledger
