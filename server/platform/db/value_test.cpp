#include <gmock/gmock.h>

#include "platform/db/statement_cache.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"

namespace expogate::db {

enum class Colour { red, dark_green };
BOOST_DESCRIBE_ENUM(Colour, red, dark_green)

struct Everything {
  std::string text;
  bool truth = false;
  std::int64_t big = 0;
  int small = 0;
  double real = 0;
  Colour colour = Colour::red;
  Instant at;
  CivilDate day_on;
  AccountId account;
  std::optional<std::string> maybe_text;
  std::optional<bool> maybe_truth;
  std::optional<Colour> maybe_colour;
  std::optional<Instant> maybe_at;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (text, truth, big, small, real, colour, at, day_on, account, maybe_text, maybe_truth,
                       maybe_colour, maybe_at))

namespace {

class ValueTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](Tx& tx) {
      tx.exec(R"(
          create table everything (text text not null, truth boolean not null, big bigint not null, small integer not null,
                                   real double precision not null, colour text not null, at bigint not null,
                                   day_on text not null, account text not null, maybe_text text, maybe_truth boolean,
                                   maybe_colour text, maybe_at bigint))");
    });
  }
  Everything there_and_back(const Everything& row) {
    return write([&](Tx& tx) {
      tx.exec("insert into everything values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
              row.text, row.truth, row.big, row.small, row.real, row.colour, row.at, row.day_on, row.account,
              row.maybe_text, row.maybe_truth, row.maybe_colour, row.maybe_at);
      auto back = tx.one<Everything>(R"(
          select maybe_at, maybe_colour, maybe_truth, maybe_text, account, day_on, at, colour, real, small, big, truth, text
          from everything)");
      tx.exec("delete from everything");
      return back.value();
    });
  }
};

TEST_P(ValueTest, EveryKindOfValueComesBackAsItWas) {
  Everything row{"进口'博\"览;--会\n", true,           9'007'199'254'740'993, -7, 0.1,   Colour::dark_green,
                 TestClock::start,     {"2025-11-06"}, AccountId{"zhang"},    "", false, Colour::red,
                 Instant{-1}};
  auto back = there_and_back(row);
  EXPECT_EQ(back.text, row.text);
  EXPECT_TRUE(back.truth);
  EXPECT_EQ(back.big, row.big) << "beyond 2^53 a double would lose it";
  EXPECT_EQ(back.small, -7);
  EXPECT_EQ(back.real, 0.1);
  EXPECT_EQ(back.colour, Colour::dark_green);
  EXPECT_EQ(back.at, row.at);
  EXPECT_EQ(back.day_on, row.day_on);
  EXPECT_EQ(back.account, row.account);
  EXPECT_EQ(back.maybe_text, "") << "an empty text is not NULL";
  EXPECT_EQ(back.maybe_truth, false);
  EXPECT_EQ(back.maybe_colour, Colour::red);
  EXPECT_EQ(back.maybe_at, Instant{-1});
}

TEST_P(ValueTest, WhatIsNotThereComesBackAsNothing) {
  auto back = there_and_back({});
  EXPECT_EQ(back.text, "");
  EXPECT_FALSE(back.maybe_text);
  EXPECT_FALSE(back.maybe_truth);
  EXPECT_FALSE(back.maybe_colour);
  EXPECT_FALSE(back.maybe_at);
}

TEST_P(ValueTest, TheEndsOfTheIntegersSurvive) {
  Everything row;
  for (auto big : {std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}) {
    row.big = big;
    EXPECT_EQ(there_and_back(row).big, big);
  }
}

TEST_P(ValueTest, ColumnsThatDoNotFitTheStructAreAMistake) {
  read([](Tx& tx) {
    EXPECT_THROW(tx.query<Everything>("select 'x' as text"), Error);
    EXPECT_THROW(tx.query<Colour>("select 'blue'"), Error);
    EXPECT_THROW(tx.query<std::string>("select null"), Error);
    EXPECT_FALSE(tx.value<std::optional<std::string>>("select cast(null as text)"));
    EXPECT_FALSE(tx.one<std::string>("select text from everything"));
    EXPECT_THROW(tx.value<std::string>("select text from everything"), Error);
  });
}

TEST_P(ValueTest, OneParameterMayStandInSeveralPlaces) {
  auto sum = read([](Tx& tx) {
    return tx.value<std::int64_t>("select cast($2 as bigint) + cast($1 as bigint) + cast($2 as bigint)", 1,
                                  10);
  });
  EXPECT_EQ(sum, 21);
}

TEST_P(ValueTest, MoreTextsThanTheCacheHoldsAllWork) {
  constexpr int texts = int(statement_cache_limit) + 100;
  auto run_all = [&](Tx& tx) {
    for (int i = 0; i < texts; ++i)
      ASSERT_EQ(tx.value<std::int64_t>("select cast($1 as bigint) + " + std::to_string(i), 1), i + 1);
  };
  write([&](Tx& tx) {
    run_all(tx);
    run_all(tx);
    if (GetParam() == Engine::postgres) {
      EXPECT_LE(tx.value<std::int64_t>("select count(*) from pg_prepared_statements"), 501);
    }
  });
}

class FaultTest : public OnEachEngine {
 protected:
  void SetUp() override {
    write([](Tx& tx) {
      tx.exec("create table parents (id text primary key)");
      tx.exec(R"(
          create table children (id text primary key, parent_id text, code text not null, n bigint,
                                 constraint children_code unique (code),
                                 constraint children_parent foreign key (parent_id) references parents (id),
                                 constraint children_positive check (n > 0)))");
      tx.exec("insert into children (id, code) values ('1', 'a')");
    });
  }
  struct Caught {
    Fault fault;
    std::string constraint;
    bool operator==(const Caught&) const = default;
    friend std::ostream& operator<<(std::ostream& out, const Caught& c) {
      return out << int(c.fault) << " " << c.constraint;
    }
  };
  Caught caught(std::string_view sql) {
    try {
      write([&](Tx& tx) { tx.exec(sql); });
    } catch (const Error& error) {
      return {error.fault(), error.constraint()};
    }
    return {Fault::other, "nothing was refused"};
  }
  Caught by_engine(Fault fault, std::string sqlite, std::string postgres) {
    return {fault, GetParam() == Engine::sqlite ? std::move(sqlite) : std::move(postgres)};
  }
};

TEST_P(FaultTest, EachKindOfRefusalIsTold) {
  EXPECT_EQ(caught("insert into children (id, code) values ('2', 'a')"),
            by_engine(Fault::unique, "children.code", "children_code"));
  EXPECT_EQ(caught("insert into children (id, code) values ('1', 'b')"),
            by_engine(Fault::unique, "children.id", "children_pkey"));
  EXPECT_EQ(caught("insert into children (id, code, parent_id) values ('2', 'b', 'nobody')"),
            by_engine(Fault::foreign_key, "", "children_parent"));
  EXPECT_EQ(caught("insert into children (id, code, n) values ('2', 'b', 0)"),
            by_engine(Fault::check, "children_positive", "children_positive"));
  EXPECT_EQ(caught("insert into children (id) values ('2')"),
            by_engine(Fault::not_null, "children.code", ""));
}

TEST_P(FaultTest, AMistypedColumnIsAnErrorAndNoText) {
  EXPECT_THROW(read([](Tx& tx) { tx.query<std::string>(R"(select "no_such_column" from children)"); }),
               Error);
}

TEST_P(FaultTest, TheConnectionWorksOnAfterEachRefusal) {
  for (int i = 0; i < 20; ++i) caught("insert into children (id, code) values ('2', 'a')");
  write([](Tx& tx) { EXPECT_EQ(tx.exec("update children set n = 1"), 1); });
}

EXPOGATE_ON_EACH_ENGINE(ValueTest);
EXPOGATE_ON_EACH_ENGINE(FaultTest);

}  // namespace
}  // namespace expogate::db
