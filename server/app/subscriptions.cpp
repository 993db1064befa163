#include "app/services.h"
#include "edition/facts.h"

namespace expogate {

void subscribe(Services& s) {
  s.facts.subscribe<edition::EditionOpened>([](db::Tx& tx, const edition::EditionOpened& opened) {
    trading_group::store::copy_invitation_codes(tx, opened.from, opened.to);
  });
  s.facts.subscribe<organization::LicenceRecognized>(
      [&](db::Tx& tx, const organization::LicenceRecognized& read) {
        s.automatic_review.on_recognized(tx, read.id);
      });
}

}  // namespace expogate
