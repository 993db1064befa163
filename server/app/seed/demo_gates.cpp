#include "app/seed/demo_edition.h"

namespace expogate::seed {

void seed_gates(Services& services) {
  auto account = services.database->read(
      [](db::Tx& tx) { return account::store::find_by_login(tx, account::Door::bureau, "bureau-gate"); });
  auto supervisor = *services.sessions.find_caller(account->id, EditionId{"8"}, Locale::zh_cn);
  services.gates.add(supervisor, "南登录厅", "South hall");
  services.gates.add(supervisor, "北登录厅", "North hall");
  services.gates.add(supervisor, "西登录厅", "West hall");
}

}  // namespace expogate::seed
