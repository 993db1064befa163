#include "app/services.h"
#include "attendee/attendee_store.h"
#include "edition/facts.h"

namespace expogate {

void subscribe(Services& s) {
  s.facts.subscribe<edition::EditionOpened>([](db::Tx& tx, const edition::EditionOpened& opened) {
    trading_group::store::copy_invitation_codes(tx, opened.from, opened.to);
    retention::store::copy_periods(tx, opened.from, opened.to);
  });
  s.facts.subscribe<file::FileExpired>([](db::Tx& tx, const file::FileExpired& expired) {
    organization::store::forget_unclaimed_licences(tx, expired.id);
    attendee::store::forget_photo(tx, expired.id);
  });
  s.facts.subscribe<organization::OrganizationMoved>(
      [&](db::Tx& tx, const organization::OrganizationMoved& moved) {
        attendee::store::follow_organization(tx, moved.id);
        s.group_payments.follow_move(tx, moved.id, s.attendees);
      });
  s.facts.subscribe<attendee::AttendeeSubmitted>(
      [&](db::Tx& tx, const attendee::AttendeeSubmitted& submitted) {
        s.identity_checks.ask_later(tx, submitted.id);
      });
  s.facts.subscribe<attendee::AttendeeDecided>([&](db::Tx& tx, const attendee::AttendeeDecided& decided) {
    if (decided.state == attendee::AttendeeState::approved) s.badges.issue(tx, decided.id);
  });
  s.facts.subscribe<attendee::AttendeeVoided>(
      [&](db::Tx& tx, const attendee::AttendeeVoided& voided) { s.badges.revoke_of(tx, voided.id); });
  s.facts.subscribe<attendee::AttendeeUpgraded>([&](db::Tx& tx, const attendee::AttendeeUpgraded& upgraded) {
    if (upgraded.state == attendee::AttendeeState::approved) s.badges.replace_of(tx, upgraded.id);
  });
  s.facts.subscribe<attendee::AttendeeCorrected>(
      [&](db::Tx& tx, const attendee::AttendeeCorrected& corrected) {
        if (corrected.is_other_claim) s.identity_checks.ask_later(tx, corrected.id);
        if (corrected.is_other_face && corrected.state == attendee::AttendeeState::approved)
          s.badges.renew_face_of(tx, corrected.id);
      });
  auto end_attempts = [&](db::Tx& tx, const order::OrderId& id) { s.payments.hurry(tx, id); };
  s.facts.subscribe<order::OrderPaid>(
      [=](db::Tx& tx, const order::OrderPaid& paid) { end_attempts(tx, paid.id); });
  s.facts.subscribe<order::OrderClosed>(
      [=](db::Tx& tx, const order::OrderClosed& closed) { end_attempts(tx, closed.id); });
  s.facts.subscribe<organization::LicenceRecognized>(
      [&](db::Tx& tx, const organization::LicenceRecognized& read) {
        s.automatic_review.on_recognized(tx, read.id);
      });
}

}  // namespace expogate
