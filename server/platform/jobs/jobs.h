#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/page.h"
#include "platform/db/database.h"

/// Work that is done later and outside of the request: mails, SMS, exports, expiry. A job is a row written in
/// the same transaction as its cause, so it is never lost and never done for something that was rolled back.
namespace expogate::jobs {

enum class State { ready, running, done, dead };
BOOST_DESCRIBE_ENUM(State, ready, running, done, dead)

struct JobRow {
  JobId id;
  std::string kind;
  State state = State::ready;
  int attempts = 0, max_attempts = 0;
  Instant run_at, created_at;
  std::optional<std::int64_t> progress_done, progress_total;
  std::optional<std::string> last_error;
  std::optional<Instant> finished_at;
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(JobRow, (),
                      (id, kind, state, attempts, max_attempts, run_at, created_at, progress_done,
                       progress_total, last_error, finished_at, payload))

constexpr int default_attempts = 6;

/// Waits between the attempts: a minute, five, half an hour, two hours, then twelve.
Duration back_off(int attempts);

/// Writes a job; its worker is woken when the transaction commits. `payload` is JSON.
JobId add_job(db::Tx& tx, std::string_view kind, std::string_view payload, Instant now, Instant run_at,
              int max_attempts = default_attempts);

struct JobFilter {
  std::optional<State> state;
  std::optional<std::string> kind;
};
Page<JobRow> list_jobs(db::Tx& tx, const JobFilter& filter, const PageRequest& page);
std::optional<JobRow> find_job(db::Tx& tx, const JobId& id);

/// A dead letter goes back to the queue with fresh attempts; false when it is not dead.
bool retry_dead(db::Tx& tx, const JobId& id, Instant now);

/// Done jobs are kept for a while, so that people see what happened; returns how many were forgotten.
std::int64_t forget_done(db::Tx& tx, Instant before);

// What the runner needs; each is one compare-and-set.

/// Which kinds of job a worker takes: those that are named, or all but those.
struct Kinds {
  std::vector<std::string> named;
  bool is_all_but = true;
};

bool has_due(db::Tx& tx, const Kinds& kinds, Instant now);
/// The next due job, now ours until `lease_until`; a job whose worker died comes back when its lease is over.
std::optional<JobRow> claim(db::Tx& tx, const Kinds& kinds, Instant now, Instant lease_until);
bool extend_lease(db::Tx& tx, const JobRow& job, Instant lease_until, std::int64_t done, std::int64_t total);
bool finish(db::Tx& tx, const JobRow& job, Instant now);
/// Puts it back as if it had not been taken.
bool give_back(db::Tx& tx, const JobRow& job, Instant now);
/// Puts it back with a wait, or among the dead letters after the last attempt or a permanent failure.
bool fail(db::Tx& tx, const JobRow& job, std::string_view reason, bool is_permanent, Instant now);

}  // namespace expogate::jobs
