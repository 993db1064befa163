#include "app/services.h"
#include "edition/facts.h"

namespace expogate {

void subscribe(Services& s) {
  s.facts.subscribe<edition::EditionOpened>([](db::Tx& tx, const edition::EditionOpened& opened) {
    trading_group::store::copy_invitation_codes(tx, opened.from, opened.to);
  });
}

}  // namespace expogate
