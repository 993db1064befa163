#include "quota/place_service.h"

namespace expogate::quota {
namespace {

Refusal exhausted(const Caller& caller, BadgeType type, std::int64_t free) {
  return Refusal(quota_exhausted,
                 {{"type", std::string(enum_words(type, caller.locale))}, {"wanted", 1}, {"free", free}});
}

}  // namespace

void PlaceService::take(db::Tx& tx, const Caller& caller, const store::Recipient& organization,
                        const std::string& attendee_id, BadgeType type) {
  auto quota = store::find_organization_quota(tx, organization);
  if (!quota || quota->given(type) == 0)
    throw Refusal(quota_missing, {{"type", std::string(enum_words(type, caller.locale))}});
  auto now = clock_.now();
  Movement movement{organization_account(*quota, type), person_account(quota->edition_id, type, attendee_id),
                    1, "quota_used", attendee_id};
  if (!move(tx, caller, movement, now)) throw exhausted(caller, type, 0);
  store::add_used(tx, quota->id, type, 1);
  store::add_place(tx, {attendee_id, quota->edition_id, type, quota->trading_group_id, quota->id, now});
}

void PlaceService::upgrade(db::Tx& tx, const Caller& group, const EditionId& edition,
                           const std::string& attendee_id, BadgeType type) {
  auto now = clock_.now();
  Movement movement{group_account(edition, type, group.scope.group),
                    person_account(edition, type, attendee_id), 1, "quota_upgrade", attendee_id};
  if (!move(tx, group, movement, now))
    throw exhausted(group, type, store::get_group_quota(tx, edition, group.scope.group, type).free());
  store::add_to_upgrades(tx, edition, group.scope.group, type, 1);
  give_back(tx, group, attendee_id);
  store::add_place(tx, {attendee_id, edition, type, group.scope.group, std::nullopt, now});
}

void PlaceService::give_back(db::Tx& tx, const Caller& caller, const std::string& attendee_id) {
  auto place = store::remove_place(tx, attendee_id);
  if (!place) return;
  auto type = place->badge_type;
  auto to = group_account(place->edition_id, type, place->trading_group_id);
  if (place->organization_quota_id) {
    auto quota = store::find_organization_quota(tx, *place->organization_quota_id);
    expect(quota.has_value(), "a quota that somebody sits on stays");
    to = organization_account(*quota, type);
    store::add_used(tx, quota->id, type, -1);
  } else {
    store::add_to_upgrades(tx, place->edition_id, place->trading_group_id, type, -1);
  }
  Movement movement{person_account(place->edition_id, type, attendee_id), to, 1, "quota_given_back",
                    attendee_id};
  expect(move(tx, caller, movement, clock_.now()), "who sits on a place holds it");
}

}  // namespace expogate::quota
