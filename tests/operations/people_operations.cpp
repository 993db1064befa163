// What organizations and the bureau do with people and orders.
#include <algorithm>

#include "random_operations.h"

namespace expogate::operations {

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
  wanted.form.badge_type = happens(70) ? BadgeType::professional : some_free_badge();
  auto expected = model_.place_refusal(organization, wanted.form.badge_type);
  if (expected.empty() && model_.is_registered(wanted.form.document_number)) expected = "attendee.elsewhere";
  attendee::Attendee added;
  auto outcome =
      outcome_of([&] { added = fair_.services().attendees.add(participant(organization).contact, wanted); });
  require_same(outcome, expected, "adding " + wanted.form.name_zh);
  if (!expected.empty()) return outcome;
  auto group = model_.group_of[organization];
  Person person{organization, wanted.form.document_number, option, fee_of(wanted.form.badge_type, option)};
  person.badge_type = wanted.form.badge_type;
  if (person.badge_type != BadgeType::professional) person.seat = Seat{group};
  // GPY-02: a free badge is nothing to decide about, and who was declined once is not asked about again.
  if (model_.groups[group].is_on && person.fee_fen > 0 && !model_.declined.contains(person.document))
    person.state = AttendeeState::awaiting_group;
  model_.people[added.id] = person;
  compare_person(added.id);
  compare_places();
  return outcome;
}

std::string RandomOperations::change_option() {
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people);
  auto& person = model_.people.at(id);
  auto option = pick(fair_.options().size());
  bool is_returned = person.state == AttendeeState::returned;
  auto fee = fee_of(person.badge_type, option);
  bool is_dearer = is_returned && option != person.option && fee > person.fee_fen;
  bool is_possible = attendee::is_editable(person.state) && !model_.is_in_unpaid_order(id) && !is_dearer;
  auto outcome = outcome_of(fair_.services().attendees.change_entry_option(
      participant(person.organization).contact, {id}, fair_.options()[option]));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "changing the dates of " + id.text);
  if (is_possible) {
    person.option = option;
    if (!is_returned) person.fee_fen = fee;
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
  compare_places();
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
  auto outcome = outcome_of([&] {
    auto found = fair_.services().attendees.get_own(participant(person.organization).contact, id);
    fair_.services().attendee_reviews.review(fair_.office(), id, verdict, "请更换照片", found.version);
  });
  require_same(outcome.empty(), is_possible, "the verdict on " + id.text + " (" + outcome + ")");
  if (is_possible)
    person.state = verdict == ReviewVerdict::approve  ? AttendeeState::approved
                   : verdict == ReviewVerdict::reject ? AttendeeState::rejected
                                                      : AttendeeState::returned;
  if (person.state == AttendeeState::rejected) person.seat.reset();
  compare_person(id);
  compare_places();
  return outcome;
}

std::string RandomOperations::submit() {
  if (model_.people.empty()) return "nobody";
  auto is_submittable = [](const Person& one) {
    bool is_free = one.state == AttendeeState::awaiting_payment && one.fee_fen == 0;
    return one.state == AttendeeState::returned || is_free;
  };
  auto id = pick_of(model_.people, is_submittable);
  auto& person = model_.people.at(id);
  bool is_possible = is_submittable(person);
  auto outcome =
      outcome_of(fair_.services().attendees.submit(participant(person.organization).contact, {id}));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "submitting " + id.text);
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
  if (is_possible) {
    person.state = AttendeeState::voided;
    person.seat.reset();
  }
  compare_person(id);
  compare_places();
  return outcome;
}

std::string RandomOperations::create_order() {
  auto organization = pick(fair_.participants().size());
  auto people = some_people(organization);
  if (people.empty()) return "nobody";
  auto refusals = model_.order_refusals(organization, people);
  order::Order made;
  auto outcome = outcome_of(
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
  auto outcome =
      outcome_of([&] { fair_.services().orders.cancel(participant(order.organization).contact, id); });
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
