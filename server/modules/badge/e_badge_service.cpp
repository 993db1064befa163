#include "badge/e_badge_service.h"

#include "attendee/attendee_service.h"
#include "organization/organization_service.h"

namespace expogate::badge {

BadgeAccount EBadgeService::account_of(db::Tx& tx, const attendee::Attendee& a) {
  BadgeAccount account;
  account.attendee = a;
  auto organization = organization::OrganizationService::get(tx, a.organization_id);
  account.organization_zh = organization.name_zh;
  account.organization_en = organization.name_en;
  account.badge = store::find_current(tx, a.id);
  if (account.badge && account.badge->parcel_id)
    account.parcel = store::find_parcel(tx, a.edition_id, *account.badge->parcel_id);
  auto edition = editions_.get_edition(a.edition_id);
  account.steps = progress_of(a, account.badge,
                              a.region_type == edition::RegionType::mainland ? edition.review_days_mainland
                                                                             : edition.review_days_elsewhere);
  if (account.badge && is_active(account.badge->state)) {
    account.code = badges_.code_of(*account.badge);
    account.address = links_.address_of(account.badge->id);
  }
  return account;
}

// Whoever lost a badge lost its link with it: a re-issued badge has its own.
AttendeeId EBadgeService::require(db::Tx& tx, const std::string& token) const {
  auto id = links_.read(token);
  auto badge = id ? store::find(tx, Scope::everything(), *id) : std::nullopt;
  if (!badge) throw NotFound();
  auto current = store::find_current(tx, badge->attendee_id);
  if (current && current->id != badge->id) throw NotFound();
  return badge->attendee_id;
}

BadgeAccount EBadgeService::open(const std::string& token) {
  return database_.read([&](db::Tx& tx) {
    return account_of(tx, attendee::AttendeeService::get(tx, Scope::everything(), require(tx, token)));
  });
}

std::string EBadgeService::get_photo(const std::string& token) {
  auto badge = database_.read([&](db::Tx& tx) { return store::find_current(tx, require(tx, token)); });
  auto photo = badge ? badges_.photo_of(*badge) : std::nullopt;
  if (!photo) throw NotFound();
  return *photo;
}

BadgeAccount EBadgeService::get_own(const Caller& caller, const AttendeeId& attendee) {
  return database_.read([&](db::Tx& tx) {
    auto own = organization::OrganizationService::get_own(tx, caller);
    return account_of(tx, attendee::AttendeeService::get(tx, Scope::of(own.id), attendee));
  });
}

BadgeAccount EBadgeService::get(const Caller& caller, const AttendeeId& attendee) {
  return database_.read(
      [&](db::Tx& tx) { return account_of(tx, attendee::AttendeeService::get(tx, caller.scope, attendee)); });
}

BadgeStanding EBadgeService::check(const Caller& caller, const std::string& code_or_number) {
  auto named = badges_.read_named(code_or_number);
  if (!named) return BadgeStanding::unknown;
  return database_.read([&](db::Tx& tx) {
    if (auto badge = store::find_by_code(tx, caller.edition, named->edition_number, named->serial)) {
      if (badge->state == BadgeState::revoked) return BadgeStanding::revoked;
      return is_active(badge->state) ? BadgeStanding::active : BadgeStanding::not_active;
    }
    return store::was_issued(tx, named->edition_number, named->serial) ? BadgeStanding::not_active
                                                                       : BadgeStanding::unknown;
  });
}

}  // namespace expogate::badge
