#include "platform/jobs/runner.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "base/redaction.h"
#include "platform/jobs/wakeup.h"
#include "platform/log/log.h"

namespace expogate::jobs {
namespace {

std::mutex bell_mutex;
std::condition_variable bell;
std::uint64_t times_rung = 0;

constexpr int longest_nap_ms = 500;

}  // namespace

void Wakeup::ring() {
  {
    std::lock_guard lock(bell_mutex);
    ++times_rung;
  }
  bell.notify_all();
}

std::uint64_t Wakeup::rings() {
  std::lock_guard lock(bell_mutex);
  return times_rung;
}

void Wakeup::wait_ms(std::uint64_t seen, int longest) {
  std::unique_lock lock(bell_mutex);
  bell.wait_for(lock, std::chrono::milliseconds(longest), [&] { return times_rung != seen; });
}

void Progress::tell(std::int64_t done, std::int64_t total) {
  if (is_stopping_) throw Interrupted();
  bool is_ours = database_.write(
      [&](db::Tx& tx) { return extend_lease(tx, job_, clock_.now() + lease_time, done, total); });
  if (!is_ours) throw PermanentFailure("the job was given to another worker");
}

void Runner::handle(std::string kind, Handler handler, Lane lane) {
  if (lane != Lane::quick) kinds_[lane].push_back(kind);
  handlers_[std::move(kind)] = std::move(handler);
}

void Runner::every(std::string name, Duration period, std::function<void()> work) {
  periodic_.push_back({std::move(name), period, std::move(work)});
}

void Runner::start(int quick_threads, int slow_threads, int reading_threads) {
  is_stopping_ = false;
  for (int i = 0; i < quick_threads; ++i) threads_.emplace_back([this] { loop(Lane::quick); });
  for (int i = 0; i < slow_threads; ++i) threads_.emplace_back([this] { loop(Lane::slow); });
  for (int i = 0; i < reading_threads; ++i) threads_.emplace_back([this] { loop(Lane::reading); });
}

void Runner::stop() {
  is_stopping_ = true;
  Wakeup::ring();
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

int Runner::run_due() {
  int count = 0;
  while (run_one(Lane::quick) || run_one(Lane::slow) || run_one(Lane::reading)) ++count;
  return count;
}

void Runner::loop(Lane lane) {
  for (auto seen = Wakeup::rings(); !is_stopping_; seen = Wakeup::rings()) {
    try {
      run_periodic();
      if (!run_one(lane)) Wakeup::wait_ms(seen, longest_nap_ms);
    } catch (const std::exception& error) {
      // The database is away: the queue is still there when it comes back.
      log::error("job_runner_failed", {{"reason", error.what()}});
      Wakeup::wait_ms(seen, longest_nap_ms);
    }
  }
}

/// Whoever moves a periodic task's next time forward does it; the others see that it is not due.
void Runner::run_periodic() {
  for (auto& task : periodic_) {
    auto now = clock_.now();
    bool is_mine = database_.write([&](db::Tx& tx) {
      tx.exec("insert into job_schedules (name, next_at) values ($1, $2) on conflict (name) do nothing",
              task.name, now);
      return tx.exec("update job_schedules set next_at = $3 where name = $1 and next_at <= $2", task.name,
                     now, now + task.period) == 1;
    });
    if (!is_mine) continue;
    try {
      task.work();
    } catch (const std::exception& error) {
      log::error("periodic_task_failed",
                 {{"name", task.name}, {"reason", error.what()}});  // its next time comes
    }
  }
}

Kinds Runner::kinds_of(Lane lane) const {
  if (lane != Lane::quick) {
    auto own = kinds_.find(lane);
    return {own == kinds_.end() ? std::vector<std::string>{} : own->second, false};
  }
  Kinds kinds;
  for (auto& [other, named] : kinds_) kinds.named.insert(kinds.named.end(), named.begin(), named.end());
  return kinds;
}

bool Runner::run_one(Lane lane) {
  auto kinds = kinds_of(lane);
  if (!kinds.is_all_but && kinds.named.empty()) return false;
  auto now = clock_.now();
  // A look first: an idle worker must not keep SQLite's writer busy.
  if (!database_.read([&](db::Tx& tx) { return has_due(tx, kinds, now); })) return false;
  auto job = database_.write([&](db::Tx& tx) { return claim(tx, kinds, now, now + lease_time); });
  if (!job) return false;
  run_job(*job);
  return true;
}

void Runner::run_job(const JobRow& job) {
  log::RequestContext context("job-" + job.id.text);
  auto fail_with = [&](std::string_view said, bool is_permanent) {
    auto reason = without_addresses(said);
    log::warn("job_failed", {{"kind", job.kind}, {"attempt", job.attempts}, {"reason", reason}});
    database_.write([&](db::Tx& tx) { fail(tx, job, reason, is_permanent, clock_.now()); });
  };
  // Nobody said that it failed: its workers died of it, each time.
  if (job.attempts > job.max_attempts) return fail_with("the workers that took it did not come back", true);
  auto handler = handlers_.find(job.kind);
  if (handler == handlers_.end()) return fail_with("nobody handles this kind of job", false);
  try {
    Progress progress(database_, clock_, job, is_stopping_);
    handler->second(job, progress);
    database_.write([&](db::Tx& tx) { finish(tx, job, clock_.now()); });
    log::info("job_finished", {{"kind", job.kind}, {"attempt", job.attempts}});
  } catch (const Interrupted&) {
    database_.write([&](db::Tx& tx) { give_back(tx, job, clock_.now()); });
  } catch (const PermanentFailure& error) {
    fail_with(error.what(), true);
  } catch (const std::exception& error) {
    fail_with(error.what(), false);
  }
}

}  // namespace expogate::jobs
