// What organizations and the bureau do with people and orders.
#include <algorithm>

#include "random_operations.h"

namespace expogate::operations {

namespace {

std::string outcome_of(const std::vector<wire::BatchOutcome>& outcomes) {
  return outcomes.front().is_done ? "" : "refused";
}

}  // namespace

std::vector<AttendeeId> RandomOperations::some_people(std::size_t organization) {
  std::vector<AttendeeId> own;
  for (auto& [id, person] : model_.people)
    if (person.organization == organization && ((person.state == AttendeeState::awaiting_payment &&
                                                 (!model_.is_in_unpaid_order(id) || happens(5))) ||
                                                happens(1)))
      own.push_back(id);
  std::shuffle(own.begin(), own.end(), random_);
  own.resize(std::min<std::size_t>(own.size(), 1 + pick(4)));
  if (!model_.people.empty() && happens(3)) {
    auto stranger = pick_of(model_.people);
    if (std::find(own.begin(), own.end(), stranger) == own.end()) own.push_back(stranger);
  }
  return own;
}

std::string RandomOperations::add_person() {
  auto organization = pick(fair_.participants().size());
  attendee::NewAttendee wanted{fair_.people()[pick(fair_.people().size())]};
  auto option = pick(fair_.options().size());
  wanted.form.entry_option_id = fair_.options()[option];
  wanted.form.photo_id = participant(organization).photo;
  bool is_taken = model_.is_registered(wanted.form.document_number);
  attendee::Attendee added;
  auto outcome = operations::outcome_of(
      [&] { added = fair_.services().attendees.add(participant(organization).contact, wanted); });
  require_same(outcome, std::string(is_taken ? "attendee.elsewhere" : ""), "adding " + wanted.form.name_zh);
  if (is_taken) return outcome;
  model_.people[added.id] = {organization, wanted.form.document_number, option, fair_.fees()[option],
                             AttendeeState::awaiting_payment};
  compare_person(added.id);
  return outcome;
}

std::string RandomOperations::change_option() {
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people);
  auto& person = model_.people.at(id);
  auto option = pick(fair_.options().size());
  bool is_returned = person.state == AttendeeState::returned;
  bool is_dearer = is_returned && option != person.option && fair_.fees()[option] > person.fee_fen;
  bool is_possible = attendee::is_editable(person.state) && !model_.is_in_unpaid_order(id) && !is_dearer;
  auto outcome = outcome_of(fair_.services().attendees.change_entry_option(
      participant(person.organization).contact, {id}, fair_.options()[option]));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "changing the dates of " + id.text);
  if (is_possible) {
    person.option = option;
    if (!is_returned) person.fee_fen = fair_.fees()[option];
  }
  compare_person(id);
  return outcome;
}

std::string RandomOperations::remove_person() {
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people);
  auto& person = model_.people.at(id);
  bool is_possible = attendee::is_removable(person.state) && !model_.is_in_unpaid_order(id);
  auto outcome =
      outcome_of(fair_.services().attendees.remove(participant(person.organization).contact, {id}));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "removing " + id.text);
  if (is_possible)
    model_.people.erase(id);
  else
    compare_person(id);
  return outcome;
}

std::string RandomOperations::review_person() {
  using attendee::ReviewVerdict;
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people, [](auto& one) { return one.state == AttendeeState::awaiting_review; });
  auto& person = model_.people.at(id);
  auto verdict = happens(50)   ? ReviewVerdict::approve
                 : happens(60) ? ReviewVerdict::reject
                               : ReviewVerdict::return_for_changes;
  bool is_possible = person.state == AttendeeState::awaiting_review;
  auto outcome = operations::outcome_of([&] {
    auto found = fair_.services().attendees.get_own(participant(person.organization).contact, id);
    fair_.services().attendee_reviews.review(fair_.office(), id, verdict, "请更换照片", found.version);
  });
  require_same(outcome.empty(), is_possible, "the verdict on " + id.text + " (" + outcome + ")");
  if (is_possible)
    person.state = verdict == ReviewVerdict::approve  ? AttendeeState::approved
                   : verdict == ReviewVerdict::reject ? AttendeeState::rejected
                                                      : AttendeeState::returned;
  compare_person(id);
  return outcome;
}

std::string RandomOperations::submit_again() {
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people, [](auto& one) { return one.state == AttendeeState::returned; });
  auto& person = model_.people.at(id);
  bool is_possible = person.state == AttendeeState::returned;
  auto outcome =
      outcome_of(fair_.services().attendees.submit(participant(person.organization).contact, {id}));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "submitting " + id.text + " again");
  if (is_possible) person.state = AttendeeState::awaiting_review;
  compare_person(id);
  return outcome;
}

std::string RandomOperations::void_person() {
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people);
  auto& person = model_.people.at(id);
  bool is_possible = person.state != AttendeeState::voided && !model_.is_in_unpaid_order(id);
  auto outcome =
      outcome_of(fair_.services().attendee_reviews.void_attendees(fair_.office(), {id}, "单位来函"));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "voiding " + id.text);
  if (is_possible) person.state = AttendeeState::voided;
  compare_person(id);
  return outcome;
}

std::string RandomOperations::create_order() {
  auto organization = pick(fair_.participants().size());
  auto people = some_people(organization);
  if (people.empty()) return "nobody";
  auto refusals = model_.order_refusals(organization, people);
  order::Order made;
  auto outcome = operations::outcome_of(
      [&] { made = fair_.services().orders.create(participant(organization).contact, people, true); });
  if (refusals.empty() ? !outcome.empty() : !refusals.contains(outcome))
    throw Difference("an order came to '" + outcome + "'");
  if (!outcome.empty()) return outcome;
  std::int64_t total = 0;
  for (auto& id : people) total += model_.people.at(id).fee_fen;
  model_.orders[made.id] = {organization, people, total, OrderState::unpaid, made.expires_at};
  compare_order(made.id);
  return outcome;
}

std::string RandomOperations::cancel_order() {
  if (model_.orders.empty()) return "none";
  auto id = pick_of(model_.orders);
  auto& order = model_.orders.at(id);
  bool is_possible = order.state == OrderState::unpaid;
  auto outcome = operations::outcome_of(
      [&] { fair_.services().orders.cancel(participant(order.organization).contact, id); });
  require_same(outcome, std::string(is_possible ? "" : "order.not_unpaid"), "cancelling " + id.text);
  if (is_possible) model_.close(id, OrderState::cancelled);
  compare_order(id);
  return outcome;
}

std::string RandomOperations::expire_orders() {
  fair_.services().orders.expire();
  for (auto& [id, order] : model_.orders) {
    if (order.state != OrderState::unpaid || order.expires_at > fair_.clock().now()) continue;
    model_.close(id, OrderState::expired);
    compare_order(id);
  }
  return "";
}

}  // namespace expogate::operations
