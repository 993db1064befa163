#include "platform/wire/idempotency.h"

#include <gmock/gmock.h>

#include <future>

#include "platform/crypto/digest.h"
#include "platform/wire/problem.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::wire {
namespace {

using testing::Contains;
using testing::Pair;

/// A route that books a place: each time it runs there is one booking more.
class IdempotencyTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](db::Tx& tx) { tx.exec("create table bookings (id bigint primary key)"); });
  }
  void book(Call& call) {
    database().write([&](db::Tx& tx) {
      auto next = tx.value<std::int64_t>("select coalesce(max(id), 0) + 1 from bookings");
      tx.exec("insert into bookings values ($1)", next);
      answer_json(call, R"({"booking":)" + std::to_string(next) + "}", next);
    });
  }
  std::int64_t bookings() {
    return read([](db::Tx& tx) { return tx.value<std::int64_t>("select count(*) from bookings"); });
  }
  std::int64_t records() {
    return read([](db::Tx& tx) { return tx.value<std::int64_t>("select count(*) from idempotency_keys"); });
  }

  struct Asked {
    std::string key = "key-00000001", body = "{}", account = "zhang", route = "booking_create";
  };
  http::Response ask(Idempotency& idempotency, const Asked& asked, const std::function<void(Call&)>& work) {
    http::Request request(http::Method::post, "/api/v1/bookings", {{"Idempotency-Key", asked.key}},
                          asked.body);
    Call call{request, {}, {}, 0, {}};
    call.caller.account = AccountId{asked.account};
    try {
      idempotency.run(call, asked.route, work);
    } catch (...) {
      return current_exception_response(Locale::en, "");
    }
    return std::move(call.response);
  }
  http::Response ask(const Asked& asked) {
    return ask(idempotency_, asked, [this](Call& call) { book(call); });
  }

  TestClock clock_;
  FieldCipher cipher_{KeyRing::parse(new_key_ring_text())};
  Idempotency idempotency_{database(), clock_, cipher_};
};

TEST_P(IdempotencyTest, ARepetitionIsAnsweredFromTheRecord) {
  auto first = ask({}), second = ask({});
  EXPECT_EQ(first.body, R"({"booking":1})");
  EXPECT_EQ(second.body, first.body);
  EXPECT_EQ(second.status, first.status);
  EXPECT_THAT(second.headers, Contains(Pair("ETag", "\"1\"")));
  EXPECT_THAT(second.headers, Contains(Pair("Idempotent-Replay", "true")));
  EXPECT_EQ(bookings(), 1);
}

TEST_P(IdempotencyTest, WhatIsKeptTellsNothingWithoutTheKeys) {
  auto work = [&](Call& call) { answer_json(call, R"({"mobile":"13800001234"})", 0); };
  EXPECT_EQ(ask(idempotency_, {.body = "{}"}, work).status, 200);
  auto kept = read([](db::Tx& tx) {
    return tx.value<std::string>("select fingerprint || ' ' || body_sealed from idempotency_keys");
  });
  EXPECT_EQ(kept.find("13800001234"), kept.npos);
  EXPECT_EQ(kept.find(sha256_hex("/api/v1/bookings\n{}")), kept.npos) << "a plain digest can be guessed";
  EXPECT_EQ(ask(idempotency_, {.body = "{}"}, work).body, R"({"mobile":"13800001234"})");
}

TEST_P(IdempotencyTest, AnotherBodyUnderTheSameKeyIsAMistake) {
  ask({});
  EXPECT_EQ(ask({.body = R"({"other":1})"}).status, 422);
  EXPECT_EQ(bookings(), 1);
}

TEST_P(IdempotencyTest, KeysBelongToTheirAccountAndRoute) {
  ask({});
  EXPECT_EQ(ask({.account = "li"}).body, R"({"booking":2})");
  EXPECT_EQ(ask({.route = "order_create"}).body, R"({"booking":3})");
  EXPECT_EQ(ask({.key = "key-00000002"}).body, R"({"booking":4})");
}

TEST_P(IdempotencyTest, WithoutAUsableKeyNothingIsDone) {
  for (auto key : {"", "short", "with blank 1", "umlaut-äöü"})
    EXPECT_EQ(ask({.key = key}).status, 400) << key;
  EXPECT_EQ(ask({.key = std::string(101, 'k')}).status, 400);
  EXPECT_EQ(bookings(), 0);
}

TEST_P(IdempotencyTest, ARefusalIsNotRecorded) {
  bool is_open = false;
  auto work = [&](Call& call) {
    book(call);
    if (!is_open) throw NotAllowed();
  };
  EXPECT_EQ(ask(idempotency_, {}, work).status, 403);
  EXPECT_EQ(bookings(), 0) << "what it had done is undone";
  EXPECT_EQ(records(), 0);
  is_open = true;
  EXPECT_EQ(ask(idempotency_, {}, work).status, 200);
  EXPECT_EQ(bookings(), 1);
}

TEST_P(IdempotencyTest, OfTheSameRequestFromManyOneIsDone) {
  std::atomic<int> done = 0, replayed = 0, running = 0;
  run_together(8, [&](int) {
    auto answer = ask({});
    if (answer.status == 409) {
      ++running;
      EXPECT_THAT(answer.headers, Contains(Pair("Retry-After", "1")));
      return;
    }
    EXPECT_EQ(answer.body, R"({"booking":1})");
    ++(answer.headers.size() > 1 ? replayed : done);
  });
  EXPECT_EQ(done, 1);
  EXPECT_EQ(done + replayed + running, 8);
  EXPECT_EQ(bookings(), 1);
}

TEST_P(IdempotencyTest, TwoProcessesDoItOnceAndBothAnswer) {
  auto other = owned_.open();
  for (int round = 0; round < 10; ++round) {
    Idempotency theirs(*other, clock_, cipher_);
    Asked asked{.key = "round-000" + std::to_string(round)};
    std::string bodies[2];
    run_together(2, [&](int process) {
      auto& database_of = process == 0 ? database() : *other;
      auto work = [&](Call& call) {
        database_of.write([&](db::Tx& tx) {
          tx.exec("insert into bookings select coalesce(max(id), 0) + 1 from bookings");
          answer_json(call, R"({"process":)" + std::to_string(process) + "}", 0);
        });
      };
      bodies[process] = ask(process == 0 ? idempotency_ : theirs, asked, work).body;
    });
    EXPECT_EQ(bodies[0], bodies[1]);
    EXPECT_EQ(bookings(), round + 1);
  }
}

TEST_P(IdempotencyTest, WhatWasCutOffInBetweenLeavesNeitherWorkNorRecord) {
  // As a crash would: the transaction ends without its commit, after the work and before the record.
  auto work = [&](Call& call) {
    book(call);
    throw std::runtime_error("the process is gone");
  };
  EXPECT_EQ(ask(idempotency_, {}, work).status, 500);
  EXPECT_EQ(bookings(), 0);
  EXPECT_EQ(records(), 0);
}

TEST_P(IdempotencyTest, AfterADayAKeyIsNew) {
  ask({});
  clock_.advance(hours(24));
  EXPECT_EQ(ask({}).body, R"({"booking":2})") << "also before the old record was cleared away";
  EXPECT_EQ(ask({}).body, R"({"booking":2})");
}

TEST_P(IdempotencyTest, OldRecordsAreForgotten) {
  ask({});
  clock_.advance(hours(23));
  ask({.key = "key-00000002"});
  EXPECT_EQ(idempotency_.forget_old(), 0);
  clock_.advance(hours(1));
  EXPECT_EQ(idempotency_.forget_old(), 1);
  EXPECT_EQ(records(), 1);
}

EXPOGATE_ON_EACH_ENGINE(IdempotencyTest);

}  // namespace
}  // namespace expogate::wire
