#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <functional>

#include "platform/db/error.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::attendee {
namespace {

constexpr int contenders = 8;

/// Everybody looks before anybody acts: what the act itself does not guard goes wrong every time. The tables
/// are not the program's own, so that they can be had without their guards.
class AttendeeRaceTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](db::Tx& tx) {
      tx.exec("create table guarded_documents (document text not null, state text not null)");
      tx.exec(
          "create unique index guarded_documents_one on guarded_documents (document) where state <> "
          "'voided'");
      tx.exec("create table bare_documents (document text not null, state text not null)");
      for (auto* table : {"guarded_documents", "bare_documents"})
        tx.exec("insert into " + std::string(table) + " values ('ID', 'voided')");
      tx.exec(
          "create table guarded_places (place integer not null, constraint guarded_places_one unique "
          "(place))");
      tx.exec("create table bare_places (place integer not null)");
      for (auto* table : {"guarded_places", "bare_places"})
        for (auto* place : {"1", "2", "3", "4"})
          tx.exec("insert into " + std::string(table) + " values (" + place + ")");
      tx.exec("create table links (state text not null, joined_count integer not null)");
      tx.exec("insert into links values ('open', 0)");
      tx.exec("create table checked_people (state text not null, identity_state text not null)");
      tx.exec("insert into checked_people values ('awaiting_review', 'not_asked')");
    });
  }

  void close_link() {
    write([](db::Tx& tx) { tx.exec("update links set state = 'closed'"); });
  }

  void fail_check() {
    write([](db::Tx& tx) { tx.exec("update checked_people set identity_state = 'failed'"); });
  }

  /// How many of them believe that they have done it. `meanwhile`: what somebody else does when all have
  /// looked.
  int race(
      const std::function<bool(db::Tx&)>& may, const std::function<std::int64_t(db::Tx&)>& act,
      const std::function<void()>& meanwhile = [] {}) {
    std::barrier everybody(contenders, [&]() noexcept { meanwhile(); });
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
};

// ATT-03: a voided person leaves the document free, for one.
TEST_P(AttendeeRaceTest, OfManyOrganizationsOneRegistersADocument) {
  auto is_free = [](db::Tx& tx) {
    return tx.value<int>("select count(*) from guarded_documents where state <> 'voided'") == 0;
  };
  auto add = [](db::Tx& tx) { return tx.exec("insert into guarded_documents values ('ID', 'draft')"); };
  EXPECT_EQ(race(is_free, add), 1);
}

TEST_P(AttendeeRaceTest, ControlLookingAndThenInsertingRegistersItManyTimes) {
  auto is_free = [](db::Tx& tx) {
    return tx.value<int>("select count(*) from bare_documents where state <> 'voided'") == 0;
  };
  auto add = [](db::Tx& tx) { return tx.exec("insert into bare_documents values ('ID', 'draft')"); };
  EXPECT_EQ(race(is_free, add), contenders);
}

// ATT-11: four addresses are there; a sixth finds no place.
TEST_P(AttendeeRaceTest, OfManyAddressesOneTakesTheLastPlace) {
  auto has_place = [](db::Tx& tx) { return tx.value<int>("select count(*) from guarded_places") < 5; };
  auto add = [](db::Tx& tx) { return tx.exec("insert into guarded_places values (5)"); };
  EXPECT_EQ(race(has_place, add), 1);
}

TEST_P(AttendeeRaceTest, ControlWithoutPlacesThereAreMoreThanFive) {
  auto has_place = [](db::Tx& tx) { return tx.value<int>("select count(*) from bare_places") < 5; };
  auto add = [](db::Tx& tx) { return tx.exec("insert into bare_places values (5)"); };
  EXPECT_EQ(race(has_place, add), contenders);
}

// ORG-11: a link is closed while colleagues have its page open.
TEST_P(AttendeeRaceTest, NobodyJoinsByALinkThatIsClosed) {
  auto is_open = [](db::Tx& tx) {
    return tx.value<int>("select count(*) from links where state = 'open'") == 1;
  };
  auto join = [](db::Tx& tx) {
    return tx.exec("update links set joined_count = joined_count + 1 where state = 'open'");
  };
  EXPECT_EQ(race(is_open, join, [&] { close_link(); }), 0);
}

TEST_P(AttendeeRaceTest, ControlLookingAndThenJoiningLetsEverybodyIn) {
  auto is_open = [](db::Tx& tx) {
    return tx.value<int>("select count(*) from links where state = 'open'") == 1;
  };
  auto join = [](db::Tx& tx) { return tx.exec("update links set joined_count = joined_count + 1"); };
  EXPECT_EQ(race(is_open, join, [&] { close_link(); }), contenders);
}

// ATT-09: the provider's answer arrives while reviewers have the person open.
TEST_P(AttendeeRaceTest, NobodyApprovesWhomTheCheckHasFailed) {
  auto may_approve = [](db::Tx& tx) {
    return tx.value<int>("select count(*) from checked_people where identity_state <> 'failed'") == 1;
  };
  auto approve = [](db::Tx& tx) {
    return tx.exec(
        "update checked_people set state = 'approved' where state = 'awaiting_review' and identity_state <> "
        "'failed'");
  };
  EXPECT_EQ(race(may_approve, approve, [&] { fail_check(); }), 0);
}

TEST_P(AttendeeRaceTest, ControlLookingAtTheCheckAndThenApprovingApproves) {
  auto may_approve = [](db::Tx& tx) {
    return tx.value<int>("select count(*) from checked_people where identity_state <> 'failed'") == 1;
  };
  auto approve = [](db::Tx& tx) {
    return tx.exec("update checked_people set state = 'approved' where state = 'awaiting_review'");
  };
  EXPECT_EQ(race(may_approve, approve, [&] { fail_check(); }), 1);
}

EXPOGATE_ON_EACH_ENGINE(AttendeeRaceTest);

}  // namespace
}  // namespace expogate::attendee
