#include "app/services.h"
#include "attendee/attendee_store.h"
#include "edition/facts.h"

namespace expogate {

void subscribe(Services& s) {
  s.facts.subscribe<edition::EditionOpened>([](db::Tx& tx, const edition::EditionOpened& opened) {
    trading_group::store::copy_invitation_codes(tx, opened.from, opened.to);
  });
  s.facts.subscribe<file::FileExpired>([](db::Tx& tx, const file::FileExpired& expired) {
    organization::store::forget_unclaimed_licences(tx, expired.id);
    attendee::store::forget_photo(tx, expired.id);
  });
  s.facts.subscribe<organization::OrganizationMoved>(
      [](db::Tx& tx, const organization::OrganizationMoved& moved) {
        attendee::store::follow_organization(tx, moved.id);
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
