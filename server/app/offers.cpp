#include "app/services.h"
#include "platform/wire/field_errors.h"
#include "trading_group/trading_group_sheet.h"

namespace expogate {
namespace {

/// What is done with all people whom a filter finds.
void offer_batches(Services& s) {
  using namespace attendee;
  auto require_reason = [](const BatchWish& wish) {
    if (wire::plain(wish.reason).value_or("").size() < 2)
      throw ValidationError("wish.reason", wire::field_required);
  };
  s.attendee_batches.offer(BatchAction::void_attendees,
                           {Permission::void_attendees, require_reason,
                            [&](db::Tx& tx, const Caller& caller, const Attendee& a, const BatchWish& wish) {
                              s.attendee_reviews.void_one(tx, caller, a,
                                                          wire::plain(wish.reason).value_or(""));
                            }});
  auto require_type = [](const BatchWish& wish) {
    if (!wish.badge_type) throw ValidationError("wish.badge_type", batch_badge_type);
  };
  s.attendee_batches.offer(BatchAction::upgrade,
                           {Permission::upgrade_attendees, require_type,
                            [&](db::Tx& tx, const Caller& caller, const Attendee& a, const BatchWish& wish) {
                              s.attendee_upgrades.upgrade_one(tx, caller, a, *wish.badge_type);
                            }});
  s.attendee_batches.offer(BatchAction::sponsor,
                           {Permission::pay_for_attendees,
                            {},
                            [&](db::Tx& tx, const Caller& caller, const Attendee& a, const BatchWish& wish) {
                              s.sponsorships.sponsor_one(tx, caller, a, wish.is_confirmed.value_or(false));
                            }});
  s.attendee_batches.offer(BatchAction::decline,
                           {Permission::pay_for_attendees,
                            {},
                            [&](db::Tx& tx, const Caller& caller, const Attendee& a, const BatchWish&) {
                              s.sponsorships.decline_one(tx, caller, a);
                            }});
  s.attendee_batches.offer(BatchAction::waive_identity,
                           {Permission::waive_identity, require_reason,
                            [&](db::Tx& tx, const Caller& caller, const Attendee& a, const BatchWish& wish) {
                              s.identity_checks.waive_one(tx, caller, a,
                                                          wire::plain(wish.reason).value_or(""));
                            }});
}

}  // namespace

void offer_lists(Services& s) {
  std::string trading_groups(trading_group::TradingGroupService::list_kind);
  s.exports.offer(trading_groups, trading_group::group_exporter(s.groups));
  s.mailings.offer(trading_groups, trading_group::group_recipients(s.groups));
  s.organization_selections.offer();
  s.attendee_exports.offer();
  s.attendee_mailings.offer();
  s.reconciliation.offer();
  s.visits.offer();
  s.sponsored_attendees.offer();
  s.sponsorship_limits.offer();
  s.key_invitees.offer();
  offer_batches(s);
}

}  // namespace expogate
