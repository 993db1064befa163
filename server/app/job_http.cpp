#include "app/system_http.h"
#include "audit/audit.h"
#include "base/allowed_action.h"
#include "platform/wire/page_query.h"

namespace expogate {

struct JobQuery : wire::PageQuery {
  std::optional<jobs::State> state;
  std::optional<wire::Text<1, 60>> kind;
};
BOOST_DESCRIBE_STRUCT(JobQuery, (wire::PageQuery), (state, kind))

struct JobView {
  JobId id;
  std::string kind;
  jobs::State state = jobs::State::ready;
  int attempts = 0, max_attempts = 0;
  Instant run_at, created_at;
  std::optional<std::int64_t> progress_done, progress_total;
  std::optional<std::string> last_error;
  std::optional<Instant> finished_at;
  std::vector<AllowedAction> allowed_actions;
};
BOOST_DESCRIBE_STRUCT(JobView, (),
                      (id, kind, state, attempts, max_attempts, run_at, created_at, progress_done,
                       progress_total, last_error, finished_at, allowed_actions))

inline const ErrorCode job_not_dead{"job.not_dead", "只有失败的任务可以重试",
                                    "Only failed jobs can be run again"};

namespace {

JobView view(const jobs::JobRow& j, const Caller& caller) {
  bool may_retry = j.state == jobs::State::dead && caller.may(Permission::retry_jobs);
  return {j.id,         j.kind,          j.state,
          j.attempts,   j.max_attempts,  j.run_at,
          j.created_at, j.progress_done, j.progress_total,
          j.last_error, j.finished_at,   {{"retry", may_retry, std::nullopt}}};
}

}  // namespace

void add_job_routes(wire::Router& router, Services& s) {
  router.get("/admin/jobs", "job_list")
      .allow(Permission::see_jobs)
      .summary("Background jobs, including failed ones")
      .handle([&](const Caller& caller, const JobQuery& q) {
        jobs::JobFilter filter{q.state, q.kind};
        auto page =
            s.database->read([&](db::Tx& tx) { return jobs::list_jobs(tx, filter, wire::page_request(q)); });
        return wire::page_view(page, [&](const jobs::JobRow& j) { return view(j, caller); });
      });

  router.post("/admin/jobs/{id}/retries", "job_retry")
      .allow(Permission::retry_jobs)
      .outside_editions()
      .summary("Queues a failed job again")
      .handle([&](const Caller& caller, JobId id, const wire::NoInput&) {
        return s.database->write([&](db::Tx& tx) {
          if (!jobs::find_job(tx, id)) throw NotFound();
          if (!jobs::retry_dead(tx, id, s.clock->now())) throw Refusal(job_not_dead);
          audit::record(tx, caller, s.clock->now(), {"job_retried", "job", id.text, "重试后台任务"});
          return view(*jobs::find_job(tx, id), caller);
        });
      });
}

}  // namespace expogate
