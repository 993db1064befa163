#include "import_export/sheet_export_service.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <future>

#include "import_export/sheet_export_store.h"
#include "platform/storage/directory_storage.h"
#include "testing/test_clock.h"
#include "testing/test_database.h"
#include "testing/threads.h"

namespace expogate::import_export {
namespace {

namespace fs = std::filesystem;

/// One account; a test takes its rights away.
class OneCaller final : public CallerSource {
 public:
  explicit OneCaller(Caller caller) : caller(std::move(caller)) {}
  std::optional<Caller> find_caller(const AccountId&, const EditionId&, Locale) override { return caller; }
  std::optional<Caller> caller;
};

Caller caller_named(const std::string& account) {
  Caller caller;
  caller.account = {account};
  caller.edition = {"8"};
  caller.name = "进口博览局";
  caller.permissions.set(std::size_t(Permission::see_jobs));
  return caller;
}

class SheetExportTest : public OnEachEngine {
 protected:
  SheetExportTest() {
    write([](db::Tx& tx) {
      tx.exec(R"(
          insert into editions (id, number, name_zh, name_en, venue_zh, venue_en, show_from_on, show_to_on, entry_from_on, entry_to_on, state, version, created_at)
          values ('8', 8, '', '', '', '', '', '', '', '', 'current', 1, 0))");
      for (auto* id : {"ann", "ben"})
        tx.exec(R"(
            insert into accounts (id, kind, door, login_name, login_key, password_hash, display_name, role, state, scope_level, locale, created_at, version)
            values ($1, 'bureau', 'bureau', $1, $1, '', $1, 'bureau_admin', 'active', 'everything', 'zh_cn', 0, 1))",
                id);
    });
    exports_.offer("people",
                   {Permission::see_jobs, [](const Caller&) { return std::vector<std::string>{"name"}; },
                    [this](const Caller&, const std::string&, RowSink& sink) { write_rows_(sink); }});
    runner_.handle(
        std::string(SheetExportService::export_job),
        [this](const jobs::JobRow& job, jobs::Progress& progress) { exports_.run(job, progress); },
        jobs::Lane::slow);
  }
  void TearDown() override { fs::remove_all(folder_); }

  SheetExport start(const Caller& caller) {
    return write([&](db::Tx& tx) { return exports_.start_later(tx, caller, {"people", "{}", "名单"}); });
  }
  ExportState state(const SheetExport& e) { return exports_.get(ann_, e.id).state; }
  std::string downloaded(const SheetExport& e) {
    auto download = exports_.download(ann_, e.id);
    std::string bytes(download.source->size(), '\0');
    download.source->read(bytes.data(), bytes.size());
    return bytes;
  }
  std::string refusal_of_download(const SheetExport& e) {
    try {
      downloaded(e);
    } catch (const Problem& problem) {
      return std::string(problem.code().code);
    }
    return "";
  }
  std::size_t stored_files() {
    files_.remove_expired();
    std::size_t count = 0;
    for (auto& entry : fs::recursive_directory_iterator(folder_)) count += entry.is_regular_file();
    return count;
  }
  static void write_two_rows(RowSink& sink) {
    sink.set_total(2);
    sink.add_row({std::string("张伟")});
    sink.add_row({std::string("Anna")});
  }

  fs::path folder_ = fs::path(testing::TempDir()) / ("expogate_exports_" + std::to_string(::getpid()));
  TestClock clock_;
  DirectoryStorage storage_{folder_};
  Facts facts_;
  file::FileService files_{database(), clock_, facts_, storage_};
  Caller ann_ = caller_named("ann"), ben_ = caller_named("ben");
  OneCaller callers_{ann_};
  SheetExportService exports_{database(), clock_, files_, callers_, folder_ / "working"};
  jobs::Runner runner_{database(), clock_};
  std::function<void(RowSink&)> write_rows_ = write_two_rows;
};

TEST_P(SheetExportTest, IsMadeInTheBackgroundAndFetchedByItsOwner) {
  auto e = start(ann_);
  EXPECT_EQ(refusal_of_download(e), "export.not_ready");
  EXPECT_EQ(runner_.run_due(), 1);
  auto done = exports_.get(ann_, e.id);
  EXPECT_EQ(done.state, ExportState::done);
  EXPECT_EQ(done.rows_done, 2);
  EXPECT_EQ(done.rows_total, 2);
  EXPECT_EQ(std::int64_t(downloaded(e).size()), done.bytes);
  EXPECT_TRUE(exports_.get(ann_, e.id).downloaded_at);
  EXPECT_THROW(exports_.get(ben_, e.id), NotFound);
  EXPECT_THROW(exports_.download(ben_, e.id), NotFound);
  EXPECT_THROW(exports_.remove(ben_, e.id), NotFound);
}

TEST_P(SheetExportTest, ItsFileGoesAfterAWeekAndLaterItsMemory) {
  auto e = start(ann_);
  runner_.run_due();
  clock_.advance(days(7));
  exports_.expire();
  EXPECT_EQ(state(e), ExportState::expired);
  EXPECT_EQ(refusal_of_download(e), "export.expired");
  EXPECT_EQ(stored_files(), 0u);
  clock_.advance(days(24));
  exports_.expire();
  EXPECT_THROW(exports_.get(ann_, e.id), NotFound);
}

TEST_P(SheetExportTest, RemovingADoneOneTakesItsFileAlong) {
  auto e = start(ann_);
  runner_.run_due();
  exports_.remove(ann_, e.id);
  EXPECT_EQ(stored_files(), 0u);
  EXPECT_THROW(exports_.remove(ann_, e.id), NotFound);
}

TEST_P(SheetExportTest, TakenAwayBeforeItBeganItIsNeverMade) {
  write_rows_ = [](RowSink&) { FAIL() << "it is made"; };
  exports_.remove(ann_, start(ann_).id);
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_EQ(stored_files(), 0u);
}

TEST_P(SheetExportTest, TakenAwayWhileItIsMadeItStopsAtItsNextTellingAndLeavesNoFile) {
  SheetExport e;
  int rows = 0;
  write_rows_ = [&](RowSink& sink) {
    for (; rows < 10'000; ++rows) {
      if (rows == 700) exports_.remove(ann_, e.id);
      sink.add_row({std::string("row")});
    }
  };
  e = start(ann_);
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_EQ(rows, 999) << "told every 500 rows";
  EXPECT_EQ(stored_files(), 0u);
}

TEST_P(SheetExportTest, TakenAwayAtTheLastMomentItKeepsNoFile) {
  SheetExport e;
  write_rows_ = [&](RowSink& sink) {
    sink.add_row({std::string("row")});
    exports_.remove(ann_, e.id);
  };
  e = start(ann_);
  EXPECT_EQ(runner_.run_due(), 1);
  clock_.advance(file::unkept_limit);
  EXPECT_EQ(stored_files(), 0u);
}

TEST_P(SheetExportTest, AfterItsWorkerWasKilledItBeginsAnew) {
  auto e = start(ann_);
  // The first worker takes it, writes half a file and dies.
  write([&](db::Tx& tx) {
    jobs::Kinds all;
    auto job = jobs::claim(tx, all, clock_.now(), clock_.now() + jobs::lease_time);
    auto begun = store::begin(tx, e.id, job->attempts);
    store::note_progress(tx, *begun, 1, 2);
  });
  fs::create_directories(folder_ / "working" / e.id.text);
  std::ofstream(folder_ / "working" / e.id.text / "half.xlsx") << "half";
  EXPECT_EQ(runner_.run_due(), 0) << "its lease is not over";
  clock_.advance(jobs::lease_time);
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_EQ(exports_.get(ann_, e.id).rows_done, 2);
  EXPECT_EQ(stored_files(), 1u) << "the half one is gone";
}

TEST_P(SheetExportTest, AWorkerThatWasGivenUpChangesNothingAnyMore) {
  SheetExport e;
  int runs = 0;
  write_rows_ = [&](RowSink& sink) {
    if (++runs == 1) {
      clock_.advance(jobs::lease_time);
      jobs::Runner other(database(), clock_);
      other.handle(
          std::string(SheetExportService::export_job),
          [this](const jobs::JobRow& job, jobs::Progress& progress) { exports_.run(job, progress); });
      EXPECT_EQ(other.run_due(), 1);
      EXPECT_EQ(state(e), ExportState::done);
      sink.add_row({std::string("late")});
      return;
    }
    write_two_rows(sink);
  };
  e = start(ann_);
  runner_.run_due();
  EXPECT_EQ(exports_.get(ann_, e.id).rows_done, 2);
  clock_.advance(file::unkept_limit);
  EXPECT_EQ(stored_files(), 1u) << "of the two files one is kept";
}

TEST_P(SheetExportTest, KilledEachTimeItIsFailedInTheEnd) {
  auto e = start(ann_);
  for (int i = 0; i < 3; ++i) {
    write([&](db::Tx& tx) { jobs::claim(tx, {}, clock_.now(), clock_.now() + jobs::lease_time); });
    clock_.advance(jobs::lease_time);
    clock_.advance(minutes(1));
    exports_.expire();
    EXPECT_EQ(state(e), ExportState::queued);
  }
  runner_.run_due();
  exports_.expire();
  EXPECT_EQ(state(e), ExportState::failed);
  EXPECT_EQ(refusal_of_download(e), "export.failed");
}

TEST_P(SheetExportTest, ATroubleIsTriedAgainAndThenTold) {
  write_rows_ = [](RowSink&) { throw std::runtime_error("the disk is full"); };
  auto e = start(ann_);
  for (int i = 0; i < 2; ++i) {
    runner_.run_due();
    EXPECT_EQ(state(e), ExportState::running);
    clock_.advance(jobs::back_off(i + 1));
  }
  runner_.run_due();
  EXPECT_EQ(state(e), ExportState::failed);
}

TEST_P(SheetExportTest, RightsAreAskedWhenItRunsAndAtEachDownload) {
  auto done = start(ann_), late = start(ann_);
  write([&](db::Tx& tx) { tx.exec("update jobs set run_at = run_at + 1000 where id = $1", late.job_id); });
  EXPECT_EQ(runner_.run_due(), 1);
  callers_.caller.reset();
  clock_.advance(seconds(1));
  EXPECT_EQ(runner_.run_due(), 1);
  EXPECT_EQ(state(late), ExportState::failed);
  EXPECT_EQ(exports_.get(ann_, late.id).error_code, "export.not_allowed");
  ann_.permissions.reset();
  EXPECT_EQ(refusal_of_download(done), "export.not_allowed");
  EXPECT_THROW(start(ann_), NotAllowed);
}

TEST_P(SheetExportTest, AnAccountHasThreeUnfinishedOnesAtMostAlsoWhenItAsksAtOnce) {
  for (int round = 0; round < 5; ++round) {
    std::atomic<int> started = 0, refused = 0;
    run_together(6, [&](int) {
      try {
        start(ann_);
        ++started;
      } catch (const Refusal&) {
        ++refused;
      }
    });
    EXPECT_EQ(started, 3);
    EXPECT_EQ(refused, 3);
    start(ben_);
    runner_.run_due();
  }
}

TEST_P(SheetExportTest, AStoppingProcessGivesItBackAndAnotherMakesIt) {
  std::promise<void> is_running;
  std::atomic<bool> is_first = true;
  write_rows_ = [&](RowSink& sink) {
    if (!is_first.exchange(false)) return write_two_rows(sink);
    is_running.set_value();
    for (;;) sink.set_total(1);
  };
  auto e = start(ann_);
  runner_.start(1, 1);
  is_running.get_future().wait();
  runner_.stop();
  jobs::Runner other(database(), clock_);
  other.handle(std::string(SheetExportService::export_job),
               [this](const jobs::JobRow& job, jobs::Progress& progress) { exports_.run(job, progress); });
  EXPECT_EQ(other.run_due(), 1);
  EXPECT_EQ(state(e), ExportState::done);
}

EXPOGATE_ON_EACH_ENGINE(SheetExportTest);

}  // namespace
}  // namespace expogate::import_export
