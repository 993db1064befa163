#pragma once
#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "platform/jobs/jobs.h"

namespace expogate::jobs {

/// A failure that trying again cannot mend: the job becomes a dead letter at once.
struct PermanentFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The process is stopping: the job goes back to the queue and begins anew in another one.
struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error("the process is stopping") {}
};

/// How a job tells how far it is; telling also keeps its lease.
class Progress {
 public:
  Progress(db::Database& database, const Clock& clock, const JobRow& job,
           const std::atomic<bool>& is_stopping)
      : database_(database), clock_(clock), job_(job), is_stopping_(is_stopping) {}
  /// Throws when the job has been given to another worker meanwhile, or must stop here for another reason.
  void tell(std::int64_t done, std::int64_t total);

 private:
  db::Database& database_;
  const Clock& clock_;
  const JobRow& job_;
  const std::atomic<bool>& is_stopping_;
};

/// What takes seconds or more (exports, mailings) has threads of its own, so that no message waits for it;
/// and so has the reading of pictures that strangers send, so that no export waits for strangers.
enum class Lane { quick, slow, reading };

constexpr Duration lease_time = minutes(5);

/// Takes due jobs and does them, at least once each. Handlers must bear being run again.
class Runner {
 public:
  using Handler = std::function<void(const JobRow&, Progress&)>;
  Runner(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}
  ~Runner() { stop(); }

  void handle(std::string kind, Handler handler, Lane lane = Lane::quick);

  /// Something done every `period`, by one process of all that run; `work` must bear being run again.
  void every(std::string name, Duration period, std::function<void()> work);

  void start(int quick_threads, int slow_threads, int reading_threads = 0);
  /// Lets running jobs finish; those that tell their progress stop there.
  void stop();

  /// Does every due job in the calling thread; returns how many. For tests and `expogate work --once`.
  int run_due();
  /// Does the periodic tasks that are due and that no other process has done.
  void run_periodic();

 private:
  struct Periodic {
    std::string name;
    Duration period;
    std::function<void()> work;
  };
  bool run_one(Lane lane);
  Kinds kinds_of(Lane lane) const;
  void run_job(const JobRow& job);
  void loop(Lane lane);
  db::Database& database_;
  const Clock& clock_;
  std::map<std::string, Handler> handlers_;
  std::map<Lane, std::vector<std::string>> kinds_;  ///< of all lanes but the quick one, which has the rest
  std::vector<Periodic> periodic_;
  std::vector<std::thread> threads_;
  std::atomic<bool> is_stopping_{false};
};

}  // namespace expogate::jobs
