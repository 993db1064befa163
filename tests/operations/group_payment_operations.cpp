// What the bureau and groups do with group payment (GPY).
#include <algorithm>

#include "group_payment/group_payment_store.h"
#include "random_operations.h"

namespace expogate::operations {

void RandomOperations::compare_group_payment(std::size_t n) {
  auto& known = model_.groups[n];
  auto& office = fair_.offices()[n];
  fair_.services().database->read([&](db::Tx& tx) {
    auto actual = group_payment::store::get(tx, EditionId{"8"}, office.id);
    require_same(actual.is_permitted, known.is_permitted, "the permission of " + office.id.text);
    require_same(actual.is_on, known.is_on, "the switch of " + office.id.text);
    require_same(actual.default_limit.value_or(-1), known.default_limit.value_or(-1),
                 "the default limit of " + office.id.text);
    require_same(group_payment::store::count_undecided(tx, EditionId{"8"}, office.id), model_.undecided(n),
                 "who waits for " + office.id.text);
    for (std::size_t organization = 0; organization < model_.group_of.size(); ++organization) {
      if (model_.group_of[organization] != n) continue;
      auto count = group_payment::store::get_count(tx, participant(organization).id);
      require_same(count.sponsored, model_.sponsored(organization),
                   "the sponsored people of an organization");
      require_same(count.persons.value_or(-1), model_.limit_of[organization].value_or(-1),
                   "the limit of an organization");
    }
  });
}

std::string RandomOperations::permit_group_payment() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto& group = model_.groups[n];
  bool is_permitted = happens(80);
  bool is_left = !is_permitted && group.is_on && model_.undecided(n) > 0;
  auto version = fair_.services().group_payments.get_own(office.caller).version;
  auto outcome = outcome_of(
      [&] { fair_.services().group_payments.permit(fair_.office(), office.id, is_permitted, version); });
  require_same(outcome, std::string(is_left ? "group_payment.undecided" : ""),
               "permitting " + office.id.text);
  if (!is_left) {
    group.is_permitted = is_permitted;
    group.is_on = group.is_on && is_permitted;
  }
  compare_group_payment(n);
  return outcome;
}

std::string RandomOperations::turn_group_payment() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto& group = model_.groups[n];
  bool on = happens(60);
  auto purpose = account::CodePurpose::group_payment;
  auto sent = outcome_of([&] {
    fair_.services().my_accounts.send_code(office.caller, purpose, messaging::Channel::sms, std::nullopt);
  });
  // A number gets one code a minute, and so many a day.
  if (!sent.empty()) return sent;
  bool is_wrong = happens(10);
  auto code = is_wrong ? std::string("0") : fair_.newest_code();
  std::string expected;
  if (is_wrong)
    expected = "code.wrong";
  else if (!group.is_permitted)
    expected = "group_payment.not_permitted";
  else if (group.is_on == on)
    expected = "group_payment.already_so";
  else if (!on && model_.undecided(n) > 0)
    expected = "group_payment.undecided";
  auto outcome = outcome_of([&] { fair_.services().group_payments.turn(office.caller, on, code); });
  require_same(outcome, expected, "turning the switch of " + office.id.text);
  if (expected.empty()) group.is_on = on;
  compare_group_payment(n);
  return outcome;
}

std::string RandomOperations::set_default_limit() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto& group = model_.groups[n];
  auto persons = happens(20) ? std::nullopt : std::optional<std::int64_t>(pick(8));
  std::string expected = !group.is_permitted    ? "group_payment.not_permitted"
                         : group.is_default_set ? "group_payment.default_set"
                                                : "";
  auto outcome =
      outcome_of([&] { fair_.services().group_payments.set_default_limit(office.caller, persons); });
  require_same(outcome, expected, "the default limit of " + office.id.text);
  if (expected.empty()) {
    group.is_default_set = true;
    group.default_limit = persons;
  }
  compare_group_payment(n);
  return outcome;
}

std::string RandomOperations::set_limit() {
  auto organization = pick(fair_.participants().size());
  auto& office = fair_.offices()[model_.group_of[organization]];
  auto id = participant(organization).id;
  auto persons = happens(30) ? std::nullopt : std::optional<std::int64_t>(pick(6));
  auto outcome = outcome_of(fair_.services().sponsorship_limits.change_many(office.caller, {id}, persons));
  require_same(outcome, std::string(), "the limit of an organization");
  model_.limit_of[organization] = persons;
  compare_group_payment(model_.group_of[organization]);
  return outcome;
}

std::vector<AttendeeId> RandomOperations::some_awaiting(std::size_t group) {
  std::vector<AttendeeId> found;
  for (auto& [id, person] : model_.people)
    if (model_.is_awaiting(group, id)) found.push_back(id);
  std::shuffle(found.begin(), found.end(), random_);
  found.resize(std::min<std::size_t>(found.size(), 1 + pick(3)));
  if (!model_.people.empty() && happens(5)) {
    auto stranger = pick_of(model_.people);
    if (std::find(found.begin(), found.end(), stranger) == found.end()) found.push_back(stranger);
  }
  return found;
}

std::string RandomOperations::sponsor() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto wanted = some_awaiting(n);
  if (wanted.empty()) return "nobody";
  bool is_confirmed = happens(40);
  std::map<std::size_t, std::int64_t> counts;
  for (auto& id : wanted)
    if (model_.is_awaiting(n, id)) ++counts[model_.people.at(id).organization];
  bool is_asked = false;
  for (auto& [organization, count] : counts) {
    auto limit = model_.limit(organization);
    is_asked = is_asked || (!is_confirmed && limit && model_.sponsored(organization) + count > *limit);
  }
  std::vector<wire::BatchOutcome> outcomes;
  auto outcome = outcome_of(
      [&] { outcomes = fair_.services().sponsorships.sponsor(office.caller, wanted, is_confirmed); });
  require_same(outcome, std::string(is_asked ? "group_payment.over_limit" : ""), "sponsoring");
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    bool is_possible = model_.is_awaiting(n, wanted[i]);
    require_same(outcomes[i].is_done, is_possible, "sponsoring " + wanted[i].text);
    if (!is_possible) continue;
    auto& person = model_.people.at(wanted[i]);
    person.state = AttendeeState::awaiting_review;
    person.sponsorship = Sponsorship::sponsored;
  }
  for (auto& id : wanted) compare_person(id);
  compare_group_payment(n);
  return outcome;
}

std::string RandomOperations::decline() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto wanted = some_awaiting(n);
  if (wanted.empty()) return "nobody";
  auto outcomes = fair_.services().sponsorships.decline(office.caller, wanted);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    bool is_possible = model_.is_awaiting(n, wanted[i]);
    require_same(outcomes[i].is_done, is_possible, "declining " + wanted[i].text);
    if (!is_possible) continue;
    auto& person = model_.people.at(wanted[i]);
    person.state = AttendeeState::awaiting_payment;
    person.sponsorship = Sponsorship::declined;
    model_.declined.insert(person.document);
  }
  for (auto& id : wanted) compare_person(id);
  compare_group_payment(n);
  return "";
}

}  // namespace expogate::operations
