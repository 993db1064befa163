// What the bureau and groups do with free badges (QTA), and where organizations belong (GRP-03).
#include "quota/quota_store.h"
#include "random_operations.h"

namespace expogate::operations {
namespace {

constexpr std::array types{BadgeType::staff, BadgeType::vip};
constexpr std::size_t most_of_group = 12, most_of_subgroup = 5, most_of_organization = 3;

std::int64_t given(const std::map<BadgeType, std::int64_t>& places, BadgeType type) {
  auto found = places.find(type);
  return found == places.end() ? 0 : found->second;
}

}  // namespace

void RandomOperations::compare_places() {
  fair_.services().database->read([&](db::Tx& tx) {
    for (std::size_t group = 0; group < model_.groups.size(); ++group)
      for (auto type : types) {
        auto& office = fair_.offices()[group];
        auto actual = quota::store::get_group_quota(tx, EditionId{"8"}, office.id, type);
        auto what = " of " + office.id.text;
        require_same(actual.total, given(model_.groups[group].total, type), "the places" + what);
        require_same(actual.to_subgroups, model_.to_subgroups(group, type), "the subgroups' places" + what);
        require_same(actual.to_organizations, model_.to_organizations(group, type),
                     "the organizations' places" + what);
        require_same(actual.to_upgrades, model_.to_upgrades(group, type), "the upgrades" + what);
      }
    for (auto& [key, known] : model_.quotas) {
      auto actual = quota::store::find_organization_quota(tx, known.id).value();
      for (auto type : types) {
        require_same(actual.given(type), known.given.at(type), "what was given to " + actual.name);
        require_same(actual.used(type), model_.used(key.first, key.second, type),
                     "what is used by " + actual.name);
      }
    }
  });
}

std::string RandomOperations::give_places() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto& group = model_.groups[n];
  auto most = office.parent ? most_of_subgroup : most_of_group;
  std::map<BadgeType, std::int64_t> wanted{{BadgeType::staff, pick(most + 1)},
                                           {BadgeType::vip, pick(most + 1)}};
  std::string expected;
  for (auto type : types) {
    auto more = wanted[type] - given(group.total, type);
    if (!expected.empty()) break;
    if (-more > model_.free(n, type)) expected = "quota.in_use";
    if (office.parent && more > model_.free(*office.parent, type)) expected = "quota.exhausted";
  }
  auto& giver = office.parent ? fair_.offices()[*office.parent].caller : fair_.office();
  auto version = fair_.services().database->read([&](db::Tx& tx) {
    std::int64_t sum = 0;
    for (auto type : types) sum += quota::store::get_group_quota(tx, EditionId{"8"}, office.id, type).version;
    return sum;
  });
  auto outcome = outcome_of([&] {
    fair_.services().group_quotas.change(giver, office.id, {wanted[BadgeType::vip], wanted[BadgeType::staff]},
                                         version);
  });
  require_same(outcome, expected, "giving places to " + office.id.text);
  if (expected.empty()) group.total = wanted;
  compare_places();
  return outcome;
}

std::string RandomOperations::assign_places() {
  std::size_t n = 0;
  auto& office = some_office(n);
  auto organization = pick(fair_.participants().size());
  auto& one = participant(organization);
  std::map<BadgeType, std::int64_t> wanted;
  for (auto type : types) wanted[type] = std::int64_t(pick(most_of_organization + 1));
  auto known = model_.quotas.find({n, organization});
  bool is_new = known == model_.quotas.end();
  std::string expected;
  for (auto type : types) {
    auto before = is_new ? 0 : known->second.given.at(type);
    auto more = wanted[type] - before;
    if (!expected.empty()) break;
    if (more > 0 && more > model_.free(n, type)) expected = "quota.exhausted";
    if (more < 0 && wanted[type] < model_.used(n, organization, type)) expected = "quota.in_use";
  }
  quota::Places places{wanted[BadgeType::vip], wanted[BadgeType::staff]};
  quota::OrganizationQuotaId id;
  auto outcome = outcome_of([&] {
    auto& quotas = fair_.services().organization_quotas;
    if (is_new) {
      id = quotas.add(office.caller, {one.uscc, std::nullopt, one.uscc, places}).id;
      return;
    }
    id = known->second.id;
    auto before = fair_.services().database->read(
        [&](db::Tx& tx) { return quota::store::find_organization_quota(tx, id).value(); });
    quotas.change(office.caller, id, before.name, places, before.version);
  });
  require_same(outcome, expected, "giving places to " + one.uscc);
  if (expected.empty()) model_.quotas[{n, organization}] = {id, wanted};
  compare_places();
  return outcome;
}

std::string RandomOperations::remove_quota() {
  if (model_.quotas.empty()) return "none";
  auto key = pick_of(model_.quotas);
  auto id = model_.quotas.at(key).id;
  bool is_used = false;
  for (auto type : types) is_used = is_used || model_.used(key.first, key.second, type) > 0;
  auto version = fair_.services().database->read(
      [&](db::Tx& tx) { return quota::store::find_organization_quota(tx, id)->version; });
  auto outcome = outcome_of(
      [&] { fair_.services().organization_quotas.remove(fair_.offices()[key.first].caller, id, version); });
  require_same(outcome, std::string(is_used ? "quota.used" : ""), "removing a quota");
  if (!is_used) model_.quotas.erase(key);
  compare_places();
  return outcome;
}

std::string RandomOperations::upgrade_person() {
  if (model_.people.empty()) return "nobody";
  auto id = pick_of(model_.people, [](auto& one) { return one.badge_type != BadgeType::vip; });
  auto& person = model_.people.at(id);
  auto group = model_.group_of[person.organization], performer = group;
  if (model_.groups[group].parent && happens(50)) performer = *model_.groups[group].parent;
  if (happens(5)) performer = pick(model_.groups.size());
  auto type = some_free_badge();
  bool is_ended = person.state == AttendeeState::voided || person.state == AttendeeState::rejected;
  bool is_up = person.badge_type == BadgeType::professional ||
               (person.badge_type == BadgeType::staff && type == BadgeType::vip);
  bool is_possible = model_.is_in_reach(performer, group) && !is_ended && is_up &&
                     !model_.is_in_unpaid_order(id) && model_.free(performer, type) > 0;
  auto outcome =
      outcome_of(fair_.services().attendee_upgrades.upgrade(fair_.offices()[performer].caller, {id}, type));
  require_same(outcome, std::string(is_possible ? "" : "refused"), "upgrading " + id.text);
  if (is_possible) {
    person.badge_type = type;
    person.seat = Seat{performer, true};
    // Nothing is due for it any more; what was paid or sponsored before stays as it is.
    if (person.state == AttendeeState::awaiting_group) person.state = AttendeeState::awaiting_payment;
    if (person.state == AttendeeState::awaiting_payment) person.fee_fen = 0;
  }
  compare_person(id);
  compare_places();
  return outcome;
}

std::string RandomOperations::move_organization() {
  auto organization = pick(fair_.participants().size()), to = pick(model_.groups.size());
  auto from = model_.group_of[organization];
  // A group reaches what is its own and its subgroups'; the bureau everything.
  bool is_by_group = !model_.groups[to].parent && model_.is_in_reach(to, from) && happens(50);
  auto& mover = is_by_group ? fair_.offices()[to].caller : fair_.office();
  auto outcome =
      outcome_of(fair_.services().moves.move(mover, {participant(organization).id}, fair_.offices()[to].id));
  require_same(outcome, std::string(from == to ? "refused" : ""), "moving an organization");
  if (from != to) model_.move(organization, to);
  for (auto& [id, person] : model_.people)
    if (person.organization == organization) compare_person(id);
  compare_places();
  return outcome;
}

}  // namespace expogate::operations
