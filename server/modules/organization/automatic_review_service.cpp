#include "organization/automatic_review_service.h"

#include "audit/audit.h"
#include "organization/history.h"
#include "platform/text/folding.h"

namespace expogate::organization {
namespace {

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
  auto decision = decide(evidence_of(tx, o, licence));
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
       "organization", o.id.text, "自动审核: " + o.number, "null", wire::to_json(decision.reasons)});
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
