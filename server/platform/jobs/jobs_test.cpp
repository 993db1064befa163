#include "platform/jobs/jobs.h"

#include <gmock/gmock.h>

#include <future>
#include <mutex>

#include "base/error.h"
#include "platform/jobs/runner.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::jobs {
namespace {

using testing::ElementsAre;

class JobsTest : public OnEachEngine {
 protected:
  JobId add(std::string_view payload = "{}", Duration wait = {}, int max_attempts = default_attempts) {
    return write([&](db::Tx& tx) {
      return add_job(tx, "mail", payload, clock_.now(), clock_.now() + wait, max_attempts);
    });
  }
  JobRow job(const JobId& id) {
    return read([&](db::Tx& tx) { return find_job(tx, id).value(); });
  }
  std::optional<JobRow> claim_one() {
    return write([&](db::Tx& tx) { return claim(tx, {}, clock_.now(), clock_.now() + lease_time); });
  }
  Runner::Handler noting() {
    return [this](const JobRow& row, Progress&) {
      std::lock_guard lock(mutex_);
      done_.push_back(row.payload);
    };
  }
  static Runner::Handler failing(const std::string& reason) {
    return [reason](const JobRow&, Progress&) { throw std::runtime_error(reason); };
  }

  TestClock clock_;
  Runner runner_{database(), clock_};
  std::mutex mutex_;
  std::vector<std::string> done_;
};

TEST_P(JobsTest, AJobIsDoneWhenItsTimeHasCome) {
  runner_.handle("mail", noting());
  auto now = add("now"), later = add("later", minutes(10));
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_THAT(done_, ElementsAre("now"));
  EXPECT_EQ(job(now).state, State::done);
  EXPECT_EQ(job(now).finished_at, clock_.now());
  EXPECT_EQ(job(later).state, State::ready);
  clock_.advance(minutes(10));
  EXPECT_EQ(runner_.run_due(), 1);
}

TEST_P(JobsTest, TheOldestDueJobGoesFirst) {
  runner_.handle("mail", noting());
  add("second", minutes(2));
  add("first", minutes(1));
  clock_.advance(minutes(5));
  runner_.run_due();
  EXPECT_THAT(done_, ElementsAre("first", "second"));
}

TEST_P(JobsTest, AJobOfARolledBackChangeNeverWas) {
  runner_.handle("mail", noting());
  EXPECT_THROW(write([&](db::Tx& tx) {
                 add_job(tx, "mail", "{}", clock_.now(), clock_.now());
                 auto somebody = std::async(std::launch::async, [&] { return runner_.run_due(); });
                 EXPECT_EQ(somebody.get(), 0) << "nor is it done before the change is";
                 throw NotFound();
               }),
               NotFound);
  EXPECT_EQ(runner_.run_due(), 0);
}

TEST_P(JobsTest, ManyRunnersDoEachJobOnce) {
  constexpr int jobs = 120;
  for (int i = 0; i < jobs; ++i) add(std::to_string(i));
  run_together(6, [&](int) {
    Runner mine(database(), clock_);
    mine.handle("mail", noting());
    mine.run_due();
  });
  // A runner that meets others may stop early; nothing may be left or done twice.
  runner_.handle("mail", noting());
  runner_.run_due();
  EXPECT_EQ(done_.size(), std::size_t(jobs));
  std::sort(done_.begin(), done_.end());
  EXPECT_EQ(std::unique(done_.begin(), done_.end()), done_.end());
}

TEST_P(JobsTest, ControlLookingBeforeTakingDoesAJobTwice) {
  // The fault that `claim` keeps away: two see the same ready row, both take it.
  bool is_done_twice = false;
  for (int round = 0; round < 300 && !is_done_twice; ++round) {
    auto id = add();
    std::atomic<int> takers = 0;
    run_together(6, [&](int) {
      bool is_ready = read([&](db::Tx& tx) { return find_job(tx, id)->state == State::ready; });
      if (!is_ready) return;
      write([&](db::Tx& tx) { tx.exec("update jobs set state = 'done' where id = $1", id); });
      ++takers;
    });
    is_done_twice = takers > 1;
  }
  EXPECT_TRUE(is_done_twice);
}

TEST_P(JobsTest, AJobWhoseWorkerDiedComesBackAfterItsLease) {
  auto id = add();
  auto first = claim_one().value();
  EXPECT_FALSE(claim_one()) << "it is somebody's";
  clock_.advance(lease_time);
  auto second = claim_one().value();
  EXPECT_EQ(second.id, id);
  EXPECT_EQ(second.attempts, 2);
  write([&](db::Tx& tx) {
    EXPECT_FALSE(finish(tx, first, clock_.now())) << "the first worker was given up";
    EXPECT_FALSE(fail(tx, first, "late", false, clock_.now()));
    EXPECT_FALSE(extend_lease(tx, first, clock_.now() + lease_time, 1, 2));
    EXPECT_TRUE(finish(tx, second, clock_.now()));
  });
}

TEST_P(JobsTest, ProgressIsShownAndKeepsTheLease) {
  auto id = add();
  runner_.handle("mail", [&](const JobRow&, Progress& progress) {
    for (int part = 1; part <= 3; ++part) {
      clock_.advance(minutes(4));  // three parts take longer than one lease
      progress.tell(part, 3);
      EXPECT_EQ(job(id).progress_done, part);
      EXPECT_EQ(job(id).progress_total, 3);
      EXPECT_FALSE(claim_one());
    }
  });
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_EQ(job(id).state, State::done);
  EXPECT_EQ(job(id).attempts, 1);
}

TEST_P(JobsTest, AWorkerThatWasGivenUpStopsAtItsNextTelling) {
  auto id = add();
  runner_.handle("mail", [&](const JobRow& row, Progress& progress) {
    if (row.attempts > 1) return;
    clock_.advance(lease_time);
    ASSERT_TRUE(claim_one());
    progress.tell(1, 2);
    ADD_FAILURE() << "it went on";
  });
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::running) << "the other worker has it";
  EXPECT_EQ(job(id).attempts, 2);
}

TEST_P(JobsTest, AFailedJobIsTriedAgainAfterLongerAndLongerWaits) {
  auto id = add("{}", {}, 3);
  runner_.handle("mail", failing("the mail server is down"));
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::ready);
  EXPECT_EQ(job(id).run_at, clock_.now() + back_off(1));
  EXPECT_EQ(job(id).last_error, "the mail server is down");
  EXPECT_EQ(runner_.run_due(), 0);
  clock_.advance(back_off(1));
  runner_.run_due();
  EXPECT_EQ(job(id).run_at, clock_.now() + back_off(2));
  clock_.advance(back_off(2));
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::dead) << "three attempts were allowed";
  clock_.advance(days(30));
  EXPECT_EQ(runner_.run_due(), 0);
}

TEST_P(JobsTest, ADeadLetterCanBeSentAgain) {
  auto id = add("{}", {}, 1);
  runner_.handle("mail", failing("no"));
  runner_.run_due();
  write([&](db::Tx& tx) { EXPECT_TRUE(retry_dead(tx, id, clock_.now())); });
  write([&](db::Tx& tx) { EXPECT_FALSE(retry_dead(tx, id, clock_.now())) << "it is not dead any more"; });
  runner_.handle("mail", noting());
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_EQ(job(id).state, State::done);
  EXPECT_EQ(job(id).attempts, 1);
  EXPECT_FALSE(job(id).last_error);
}

TEST_P(JobsTest, AFailureThatNothingMendsIsDeadAtOnce) {
  auto id = add();
  runner_.handle("mail", [](const JobRow&, Progress&) { throw PermanentFailure("no such address"); });
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::dead);
  EXPECT_EQ(job(id).last_error, "no such address");
}

TEST_P(JobsTest, AJobThatNobodyHandlesWaitsForAProgramThatDoes) {
  auto id = add();
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::ready);
  runner_.handle("mail", noting());
  clock_.advance(back_off(1));
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::done);
}

TEST_P(JobsTest, AJobThatKillsItsWorkersIsGivenUpAfterItsAttempts) {
  auto id = add("{}", {}, 2);
  for (int i = 0; i < 2; ++i) {
    ASSERT_TRUE(claim_one()) << "a worker takes it, and dies";
    clock_.advance(lease_time);
  }
  runner_.handle("mail", noting());
  runner_.run_due();
  EXPECT_TRUE(done_.empty());
  EXPECT_EQ(job(id).state, State::dead);
}

TEST_P(JobsTest, ALongReasonIsCutBetweenCharacters) {
  auto id = add();
  std::string reason = "x";
  for (int i = 0; i < 400; ++i) reason += "错";
  runner_.handle("mail", failing(reason));
  runner_.run_due();
  EXPECT_EQ(job(id).last_error, reason.substr(0, 1 + 166 * 3));
}

TEST_P(JobsTest, AReasonThatIsNoTextIsNotKept) {
  auto id = add();
  runner_.handle("mail", failing("bytes \xff\xfe of somebody's server"));
  runner_.run_due();
  EXPECT_EQ(job(id).state, State::ready);
  EXPECT_EQ(job(id).last_error, "(a reason that is not UTF-8)");
}

TEST_P(JobsTest, TheListFiltersAndCounts) {
  auto id = add();
  add("{}", minutes(1));
  runner_.handle("mail", noting());
  runner_.run_due();
  auto list = [&](const JobFilter& filter) {
    return read([&](db::Tx& tx) { return list_jobs(tx, filter, {}); });
  };
  EXPECT_EQ(list({}).total, 2);
  EXPECT_EQ(list({.state = State::done, .kind = "mail"}).items.at(0).id, id);
  EXPECT_EQ(list({.state = State::dead, .kind = {}}).total, 0);
  EXPECT_EQ(list({.state = {}, .kind = "sms"}).total, 0);
}

TEST_P(JobsTest, DoneJobsAreForgottenAfterAWhile) {
  add();
  auto waiting = add("{}", days(60));
  runner_.handle("mail", noting());
  runner_.run_due();
  auto forget = [&](Instant before) { return write([&](db::Tx& tx) { return forget_done(tx, before); }); };
  EXPECT_EQ(forget(clock_.now()), 0);
  clock_.advance(days(30));
  EXPECT_EQ(forget(clock_.now()), 1);
  EXPECT_EQ(job(waiting).state, State::ready);
}

TEST_P(JobsTest, APeriodicTaskIsDoneByOneOfAllRunners) {
  std::atomic<int> times = 0;
  auto pass = [&] {
    run_together(4, [&](int) {
      Runner mine(database(), clock_);
      mine.every("expiry", minutes(1), [&] { ++times; });
      mine.run_periodic();
    });
  };
  pass();
  EXPECT_EQ(times, 1);
  pass();
  EXPECT_EQ(times, 1) << "its minute is not over";
  clock_.advance(minutes(1));
  pass();
  EXPECT_EQ(times, 2);
}

TEST_P(JobsTest, ARunningRunnerNoticesACommittedJobAndStopsWhenTold) {
  std::promise<void> done;
  runner_.handle("mail", [&](const JobRow&, Progress&) { done.set_value(); });
  runner_.start(2, 0);
  add();
  EXPECT_EQ(done.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
  runner_.stop();
}

TEST_P(JobsTest, SlowWorkHoldsUpNoQuickWork) {
  std::promise<void> is_slow_running, may_end, is_mail_sent;
  runner_.handle(
      "export",
      [&](const JobRow&, Progress&) {
        is_slow_running.set_value();
        may_end.get_future().wait();
      },
      Lane::slow);
  runner_.handle("mail", [&](const JobRow&, Progress&) { is_mail_sent.set_value(); });
  write([&](db::Tx& tx) { add_job(tx, "export", "{}", clock_.now(), clock_.now()); });
  runner_.start(1, 1);
  is_slow_running.get_future().wait();
  add();
  EXPECT_EQ(is_mail_sent.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
  may_end.set_value();
  runner_.stop();
}

TEST_P(JobsTest, WhatStrangersSendHoldsUpNoExport) {
  std::promise<void> is_reading, may_end, is_exported;
  runner_.handle(
      "picture",
      [&](const JobRow&, Progress&) {
        is_reading.set_value();
        may_end.get_future().wait();
      },
      Lane::reading);
  runner_.handle(
      "export", [&](const JobRow&, Progress&) { is_exported.set_value(); }, Lane::slow);
  write([&](db::Tx& tx) { add_job(tx, "picture", "{}", clock_.now(), clock_.now()); });
  runner_.start(1, 1, 1);
  is_reading.get_future().wait();
  write([&](db::Tx& tx) { add_job(tx, "export", "{}", clock_.now(), clock_.now()); });
  EXPECT_EQ(is_exported.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
  may_end.set_value();
  runner_.stop();
}

TEST_P(JobsTest, QuickWorkersLeaveSlowWorkAlone) {
  runner_.handle("mail", noting(), Lane::slow);
  add();
  Kinds quick{{"mail"}, true}, slow{{"mail"}, false};
  EXPECT_FALSE(read([&](db::Tx& tx) { return has_due(tx, quick, clock_.now()); }));
  EXPECT_TRUE(read([&](db::Tx& tx) { return has_due(tx, slow, clock_.now()); }));
  EXPECT_FALSE(write([&](db::Tx& tx) { return claim(tx, quick, clock_.now(), clock_.now()); }));
  EXPECT_EQ(runner_.run_due(), 1);
}

TEST_P(JobsTest, AJobThatTellsItsProgressStopsWithTheProcessAndLosesNoAttempt) {
  std::promise<void> is_running;
  runner_.handle("mail", [&](const JobRow&, Progress& progress) {
    is_running.set_value();
    for (;;) progress.tell(1, 2);
  });
  auto id = add();
  runner_.start(1, 0);
  is_running.get_future().wait();
  runner_.stop();
  EXPECT_EQ(job(id).state, State::ready);
  EXPECT_EQ(job(id).attempts, 0);
}

TEST(BackOff, WaitsGrowAndEndAtTwelveHours) {
  EXPECT_EQ(back_off(0), minutes(1));
  for (int attempt = 1; attempt < 10; ++attempt) EXPECT_LE(back_off(attempt), back_off(attempt + 1));
  EXPECT_EQ(back_off(1000), hours(12));
}

EXPOGATE_ON_EACH_ENGINE(JobsTest);

}  // namespace
}  // namespace expogate::jobs
