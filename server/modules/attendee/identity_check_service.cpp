#include "attendee/identity_check_service.h"

#include "attendee/attendee_history.h"
#include "attendee/attendee_store.h"
#include "attendee/identity_check_store.h"
#include "attendee/identity_claim.h"
#include "audit/audit.h"
#include "platform/jobs/runner.h"
#include "platform/wire/codec.h"

namespace expogate::attendee {

struct IdentityCheckPayload {
  AttendeeId attendee_id;
};
BOOST_DESCRIBE_STRUCT(IdentityCheckPayload, (), (attendee_id))

struct IdentitySnapshot {
  IdentityState state = IdentityState::not_asked;
  std::optional<IdentityFinding> finding;
};
BOOST_DESCRIBE_STRUCT(IdentitySnapshot, (), (state, finding))

namespace {

Caller the_system(const Attendee& a) {
  Caller caller;
  caller.name = "系统信息验证";
  caller.edition = a.edition_id;
  return caller;
}

/// A job may come twice; the second time it has its answer already.
bool has_answer_since(const Attendee& a, Instant asked_at) {
  return a.identity_state != IdentityState::unavailable && a.identity_at && *a.identity_at >= asked_at;
}

void record_check(db::Tx& tx, const Caller& caller, const char* action, const std::string& words,
                  const Attendee& a, const store::IdentityCheck& after) {
  audit::record(tx, caller, after.at,
                {action, "attendee", a.id.text, words,
                 audit::snapshot(IdentitySnapshot{a.identity_state, a.identity_finding}),
                 audit::snapshot(IdentitySnapshot{after.state, after.finding})});
}

}  // namespace

void IdentityCheckService::ask_later(db::Tx& tx, const AttendeeId& id) {
  if (!provider_ || !is_worth_asking(store::get(tx, Scope::everything(), id))) return;
  auto now = clock_.now();
  jobs::add_job(tx, check_job, wire::to_json(IdentityCheckPayload{id}), now, now);
}

void IdentityCheckService::keep(db::Tx& tx, const Attendee& a, const Outcome<IdentityFinding>& answer) {
  auto next = next_state(a.identity_state, action_of(answer));
  if (!next) return;
  store::IdentityCheck after{*next, a.identity_finding, clock_.now()};
  if (answer) after.finding = answer.value();
  if (!store::change_identity(tx, a, after)) return;  // waived or changed at this moment
  auto system = the_system(a);
  record_check(tx, system, "attendee_identity_checked",
               "信息验证 " + a.number + ": " + std::string(enum_words(*next, Locale::zh_cn)), a, after);
  if (*next != IdentityState::matched && *next != IdentityState::failed) return;
  bool is_matched = *next == IdentityState::matched;
  // Why it failed, as a code: readers have it in their language.
  store::add_history(
      tx, a.id, system.account,
      {is_matched ? AttendeeEvent::identity_matched : AttendeeEvent::identity_failed, after.at, system.name,
       a.state, a.state, is_matched ? "" : std::string(enum_name(*after.finding))});
}

void IdentityCheckService::ask(const jobs::JobRow& job) {
  auto id = wire::from_json<IdentityCheckPayload>(job.payload).attendee_id;
  auto find = [&](db::Tx& tx) { return store::find(tx, Scope::everything(), id); };
  auto asked = database_.read(find);
  if (!provider_ || !asked || !is_worth_asking(*asked) || has_answer_since(*asked, job.created_at)) return;
  auto answer = provider_->check(claim_of(*asked, cipher_));
  database_.write([&](db::Tx& tx) {
    auto a = find(tx);
    // Changed meanwhile: the answer was to another question, which is asked when it is submitted again.
    if (a && is_same_claim(*asked, *a)) keep(tx, *a, answer);
  });
  if (answer) return;
  if (answer.failure().is_permanent) throw jobs::PermanentFailure(answer.failure().reason);
  throw std::runtime_error(answer.failure().reason);
}

void IdentityCheckService::waive_one(db::Tx& tx, const Caller& caller, const Attendee& a,
                                     const std::string& reason) {
  if (auto* refusal = waiver_refusal(a.state, a.identity_state)) throw Refusal(*refusal);
  auto next = next_state(a.identity_state, IdentityAction::waive);
  expect(next.has_value(), "whatever is not refused can be waived");
  store::IdentityCheck after{*next, a.identity_finding, clock_.now()};
  if (!store::change_identity(tx, a, after)) throw Stale();
  store::add_history(tx, a.id, caller.account,
                     {AttendeeEvent::identity_waived, after.at, caller.name, a.state, a.state, reason});
  record_check(tx, caller, "attendee_identity_waived", "关闭信息验证 " + a.number + "，理由：" + reason, a,
               after);
}

std::vector<wire::BatchOutcome> IdentityCheckService::waive(const Caller& caller,
                                                            const std::vector<AttendeeId>& ids,
                                                            const std::string& reason) {
  wire::require_batch("attendees", ids);
  return database_.write([&](db::Tx& tx) {
    auto found = store::list_by_ids(tx, caller.scope, ids);
    return wire::do_each(tx, ids, found, caller.locale,
                         [&](const Attendee& a) { waive_one(tx, caller, a, reason); });
  });
}

}  // namespace expogate::attendee
