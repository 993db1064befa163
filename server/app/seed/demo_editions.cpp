#include "app/fair_pack/pack_application.h"
#include "app/seed/demo_edition.h"
#include "app/seed/tsv.h"

namespace expogate::seed {

void seed_fair_pack(Services& services, const std::string& folder) {
  auto reading = fair_pack::read_pack(fair_folder(folder));
  if (!reading.mistakes.empty())
    throw std::runtime_error("the demonstration's fair: " + fair_pack::text_of(reading.mistakes.front()));
  services.database->write(
      [&](db::Tx& tx) { fair_pack::apply_pack(tx, reading.pack, services.clock->now()); });
}

}  // namespace expogate::seed
