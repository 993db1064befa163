#include "platform/jobs/jobs.h"

#include <fmt/format.h>

#include "base/text.h"
#include "platform/db/list_query.h"
#include "platform/jobs/wakeup.h"

namespace expogate::jobs {
namespace {

constexpr std::string_view columns =
    "id, kind, state, attempts, max_attempts, run_at, created_at, progress_done, progress_total, last_error, "
    "finished_at, "
    "payload";

/// What a foreign exception said, as text that every database takes: whole characters, and not too many.
std::string_view readable(std::string_view reason) {
  constexpr std::size_t longest = 500;
  if (!is_clean_utf8(reason)) return "(a reason that is not UTF-8)";
  return beginning_of(reason, longest);
}

/// What `has_due` and `claim` look for.
struct DueQuery {
  DueQuery(const Kinds& kinds, Instant now) : params{now.ms} {
    std::string marks;
    for (auto& kind : kinds.named) {
      params.push_back(std::string_view(kind));
      marks += fmt::format("{}${}", marks.empty() ? "" : ", ", params.size());
    }
    condition = "((state = 'ready' and run_at <= $1) or (state = 'running' and leased_until <= $1))";
    if (!kinds.named.empty())
      condition += fmt::format(" and kind {} ({})", kinds.is_all_but ? "not in" : "in", marks);
  }
  std::string condition;
  std::vector<db::Param> params;
};

}  // namespace

Duration back_off(int attempts) {
  constexpr Duration waits[] = {minutes(1), minutes(5), minutes(30), hours(2), hours(12)};
  return waits[std::min<std::size_t>(std::size_t(std::max(attempts, 1)) - 1, std::size(waits) - 1)];
}

JobId add_job(db::Tx& tx, std::string_view kind, std::string_view payload, Instant now, Instant run_at,
              int max_attempts) {
  auto id = new_id<JobId>(now);
  tx.exec(R"(
      insert into jobs (id, kind, payload, state, attempts, max_attempts, run_at, created_at)
      values ($1, $2, $3, 'ready', 0, $4, $5, $6))",
          id, kind, payload, max_attempts, run_at, now);
  tx.after_commit([] { Wakeup::ring(); });
  return id;
}

Page<JobRow> list_jobs(db::Tx& tx, const JobFilter& filter, const PageRequest& page) {
  db::ListQuery list("jobs", columns);
  if (filter.state) list.where("state = ?", *filter.state);
  if (filter.kind) list.where("kind = ?", *filter.kind);
  list.order_by(page.sort, {{"created_at", "created_at"}, {"run_at", "run_at"}}, "created_at desc", "id");
  return list.page<JobRow>(tx, page);
}

std::optional<JobRow> find_job(db::Tx& tx, const JobId& id) {
  return tx.one<JobRow>(fmt::format("select {} from jobs where id = $1", columns), id);
}

bool retry_dead(db::Tx& tx, const JobId& id, Instant now) {
  bool is_back = tx.exec(R"(
      update jobs set state = 'ready', attempts = 0, run_at = $2, finished_at = null where id = $1 and state = 'dead')",
                         id, now) == 1;
  tx.after_commit([] { Wakeup::ring(); });
  return is_back;
}

std::int64_t forget_done(db::Tx& tx, Instant before) {
  return tx.exec("delete from jobs where state = 'done' and finished_at < $1", before);
}

bool has_due(db::Tx& tx, const Kinds& kinds, Instant now) {
  DueQuery due(kinds, now);
  auto sql = fmt::format("select 1 from jobs where {} limit 1", due.condition);
  return !tx.query_with<std::int64_t>(sql, due.params).empty();
}

std::optional<JobRow> claim(db::Tx& tx, const Kinds& kinds, Instant now, Instant lease_until) {
  // PostgreSQL: workers that meet step over each other's rows. SQLite has one writer, nobody meets.
  std::string_view skip = tx.engine() == db::Engine::postgres ? "for update skip locked" : "";
  DueQuery due(kinds, now);
  due.params.push_back(lease_until.ms);
  auto sql = fmt::format(R"(
      update jobs set state = 'running', attempts = attempts + 1, leased_until = ${}
      where id = (select id from jobs where {} order by run_at limit 1 {}) returning {})",
                         due.params.size(), due.condition, skip, columns);
  auto claimed = tx.query_with<JobRow>(sql, due.params);
  return claimed.empty() ? std::nullopt : std::optional(std::move(claimed.front()));
}

bool give_back(db::Tx& tx, const JobRow& job, Instant now) {
  return tx.exec(R"(
      update jobs set state = 'ready', attempts = attempts - 1, run_at = $3
      where id = $1 and state = 'running' and attempts = $2)",
                 job.id, job.attempts, now) == 1;
}

bool extend_lease(db::Tx& tx, const JobRow& job, Instant lease_until, std::int64_t done, std::int64_t total) {
  return tx.exec(R"(
      update jobs set leased_until = $3, progress_done = $4, progress_total = $5
      where id = $1 and state = 'running' and attempts = $2)",
                 job.id, job.attempts, lease_until, done, total) == 1;
}

bool finish(db::Tx& tx, const JobRow& job, Instant now) {
  return tx.exec(R"(
      update jobs set state = 'done', finished_at = $3, last_error = null
      where id = $1 and state = 'running' and attempts = $2)",
                 job.id, job.attempts, now) == 1;
}

bool fail(db::Tx& tx, const JobRow& job, std::string_view reason, bool is_permanent, Instant now) {
  bool is_dead = is_permanent || job.attempts >= job.max_attempts;
  auto finished_at = is_dead ? std::optional(now) : std::nullopt;
  return tx.exec(R"(
      update jobs set state = $3, last_error = $4, run_at = $5, finished_at = $6
      where id = $1 and state = 'running' and attempts = $2)",
                 job.id, job.attempts, is_dead ? State::dead : State::ready, readable(reason),
                 now + back_off(job.attempts), finished_at) == 1;
}

}  // namespace expogate::jobs
