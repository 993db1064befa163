#include "attendee/attendee_view.h"

#include "attendee/attendee_correction.h"
#include "attendee/attendee_review.h"
#include "attendee/attendee_service.h"
#include "attendee/attendee_store.h"
#include "attendee/attendee_upgrade_service.h"
#include "attendee/courier_address.h"
#include "attendee/identity_claim.h"
#include "base/permission.h"
#include "edition/catalogue_service.h"
#include "edition/region.h"

namespace expogate::attendee {
namespace {

AllowedAction action(const Caller& caller, const char* name, const ErrorCode* refusal,
                     const Details& details = {}) {
  if (!refusal) return {name, true, std::nullopt};
  return {name, false, message_of(*refusal, caller.locale, details)};
}

std::vector<AllowedAction> own_actions(const Caller& caller, const AttendeeRow& row) {
  using enum AttendeeState;
  Details locked{{"name", row.name_zh.empty() ? row.name_en : row.name_zh},
                 {"state", std::string(enum_words(row.state, caller.locale))}};
  bool is_due = row.state == awaiting_payment && row.fee_fen > 0;
  bool is_free_due = (row.state == awaiting_payment && row.fee_fen == 0) || row.state == returned;
  return {
      action(caller, "edit", is_editable(row.state) ? nullptr : &attendee_locked, locked),
      action(caller, "remove", is_removable(row.state) ? nullptr : &attendee_locked, locked),
      action(caller, "confirm", row.state == pending_confirmation ? nullptr : &attendee_not_pending),
      action(caller, "order", is_due ? nullptr : &attendee_locked, locked),
      action(caller, "submit",
             is_free_due ? nullptr
             : is_due    ? &attendee_to_be_paid
                         : &attendee_locked,
             locked),
  };
}

std::vector<AllowedAction> office_actions(const Caller& caller, const AttendeeRow& row) {
  auto may = [&](Permission permission, const ErrorCode* refusal) {
    return caller.may(permission) ? refusal : &permission_denied;
  };
  bool is_waiting = row.state == AttendeeState::awaiting_review;
  return {
      action(caller, "review",
             may(Permission::review_attendees, is_waiting ? nullptr : &attendee_not_awaiting)),
      action(caller, "approve",
             may(Permission::review_attendees,
                 blocks_approval(row.identity_state) ? &identity_not_verified : nullptr),
             identity_details(row.identity_finding, caller.locale)),
      action(caller, "void",
             may(Permission::void_attendees,
                 row.state == AttendeeState::voided ? &attendee_voided_already : nullptr)),
      action(caller, "upgrade",
             may(Permission::upgrade_attendees,
                 upgrade_refusal(
                     row.state, row.badge_type,
                     row.badge_type == BadgeType::professional ? BadgeType::staff : BadgeType::vip))),
      action(caller, "waive_identity",
             may(Permission::waive_identity, waiver_refusal(row.state, row.identity_state))),
      action(
          caller, "correct",
          may(Permission::review_attendees, is_correctable(row.state) ? nullptr : &attendee_not_correctable)),
      action(caller, "unmask", may(Permission::unmask_attendees, nullptr)),
  };
}

std::string line_of(db::Tx& tx, const EditionId& edition, const CourierAddress& a) {
  auto region =
      edition::region_words(tx, edition, {a.province_code, a.city_code, a.district_code}, Locale::zh_cn);
  return a.postcode + " " + region + a.address + " " + a.recipient;
}

}  // namespace

std::vector<AllowedAction> allowed_actions(const Caller& caller, const AttendeeRow& row) {
  return caller.scope.level == Scope::Level::organization ? own_actions(caller, row)
                                                          : office_actions(caller, row);
}

AttendeeDetail detail_of(db::Tx& tx, const Caller& caller, const AttendeeId& id,
                         const edition::EditionRules& rules) {
  auto a = store::get(tx, caller.scope, id);
  auto as_of = caller;
  as_of.edition = a.edition_id;
  AttendeeFilter filter;
  filter.id = {id};
  AttendeeDetail d;
  static_cast<AttendeeRow&>(d) = store::list(tx, as_of, filter, {}, {1, 1, ""}).items.at(0);
  d.department = a.department;
  d.mobile_masked = a.mobile_masked;
  d.email_masked = a.email_masked;
  d.courier_address_id = a.courier_address_id;
  if (a.courier_address_id)
    if (auto address = store::find_courier_address(tx, a.organization_id, *a.courier_address_id))
      d.courier_address = line_of(tx, a.edition_id, *address);
  d.photo_id = a.photo_id;
  auto verdict = store::find_last_verdict(tx, id);
  if (verdict && verdict->state_after == a.state) d.opinion = verdict->opinion;
  d.expected_days =
      a.region_type == RegionType::mainland ? rules.review_days_mainland : rules.review_days_elsewhere;
  d.history = store::list_history(tx, id);
  d.created_at = a.created_at;
  d.allowed_actions = allowed_actions(caller, d);
  return d;
}

}  // namespace expogate::attendee
