#include "organization/automatic_review_service.h"

#include "audit/audit.h"
#include "organization/history.h"
#include "platform/text/folding.h"

namespace expogate::organization {

struct LookUpPayload {
  OrganizationId organization_id;
};
BOOST_DESCRIBE_STRUCT(LookUpPayload, (), (organization_id))

namespace {

constexpr int look_up_attempts = 3;

Caller the_system(const Organization& o) {
  Caller caller;
  caller.name = "系统自动审核";
  caller.edition = o.edition_id;
  return caller;
}

}  // namespace

Evidence AutomaticReviewService::evidence_of(db::Tx& tx, const Organization& o, const Licence& licence) {
  auto read = recognition_of(licence);
  Evidence evidence{o.origin, o.category, o.uscc.value_or(""), {}, false, false};
  if (read) evidence.licence = match_licence(evidence.uscc, o.name_zh, *read);
  evidence.is_picture_of_another = store::is_picture_of_another(tx, licence, evidence.uscc);
  evidence.was_approved_before =
      store::was_approved_before(tx, o.edition_id, evidence.uscc, folded_name(o.name_zh));
  return evidence;
}

void AutomaticReviewService::review(db::Tx& tx, const Organization& o, const Licence& licence) {
  // Overseas papers are for people's eyes; what a machine reads of them decides nothing.
  if (licence.state == LicenceState::queued && o.origin == Origin::domestic) return;
  auto evidence = evidence_of(tx, o, licence);
  if (!registry_ || !is_worth_asking(evidence)) return settle(tx, o, evidence);
  auto now = clock_.now();
  jobs::add_job(tx, look_up_job, wire::to_json(LookUpPayload{o.id}), now, now, look_up_attempts);
}

std::optional<RegistryAnswer> AutomaticReviewService::answer_for(const jobs::JobRow& job,
                                                                 const Organization& o) {
  auto record = registry_->look_up(*o.uscc);
  if (record)
    return RegistryAnswer{o.id, *o.uscc, standing_of(record.value(), o.name_zh), record.value().name,
                          clock_.now()};
  bool may_answer_later = !record.failure().is_permanent && job.attempts < job.max_attempts;
  if (may_answer_later) throw std::runtime_error(record.failure().reason);
  return std::nullopt;
}

void AutomaticReviewService::ask_registry(const jobs::JobRow& job) {
  auto id = wire::from_json<LookUpPayload>(job.payload).organization_id;
  auto find = [&](db::Tx& tx) { return store::find(tx, Scope::everything(), id); };
  auto asked = database_.read(find);
  if (!asked || asked->state != OrganizationState::submitted) return;
  auto answer = answer_for(job, *asked);
  database_.write([&](db::Tx& tx) {
    auto o = find(tx);
    if (!o || o->state != OrganizationState::submitted) return;
    // Its group corrected it meanwhile: the answer was to another question.
    if (o->uscc != asked->uscc || o->name_zh != asked->name_zh) throw std::runtime_error("changed meanwhile");
    auto evidence = evidence_of(tx, *o, *store::find_licence(tx, *o->licence_id));
    if (answer) {
      store::keep_registry_answer(tx, *answer);
      evidence.registry = answer->standing;
    }
    settle(tx, *o, evidence);
  });
}

void AutomaticReviewService::settle(db::Tx& tx, const Organization& o, const Evidence& evidence) {
  auto decision = decide(evidence);
  auto action =
      decision.is_approved ? OrganizationAction::approve_automatically : OrganizationAction::hand_to_people;
  auto next = *next_state(OrganizationState::submitted, action);
  auto now = clock_.now();
  if (!store::change_state(tx, o.id, OrganizationState::submitted, next, now)) return;
  auto system = the_system(o);
  auto event = decision.is_approved ? HistoryEvent::approved_automatically : HistoryEvent::handed_to_people;
  store::add_history(tx, o.id, system.account,
                     {event, now, system.name, OrganizationState::submitted, next, "", decision.reasons});
  audit::record(
      tx, system, now,
      {decision.is_approved ? "organization_approved_automatically" : "organization_handed_to_people",
       "organization", o.id.text, "自动审核：" + o.number, "null", wire::to_json(decision.reasons)});
  if (!decision.is_approved) return;
  facts_.publish(tx, OrganizationDecided{o.id, next});
  messages_.tell(tx, o, next, "");
}

void AutomaticReviewService::on_recognized(db::Tx& tx, const LicenceId& id) {
  auto licence = store::find_licence(tx, id);
  if (!licence || !licence->organization_id) return;
  auto organization = store::find(tx, Scope::everything(), *licence->organization_id);
  bool waits =
      organization && organization->state == OrganizationState::submitted && organization->licence_id == id;
  if (waits) review(tx, *organization, *licence);
}

}  // namespace expogate::organization
