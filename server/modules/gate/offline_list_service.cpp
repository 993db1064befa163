#include "gate/offline_list_service.h"

#include "gate/device_service.h"
#include "gate/device_store.h"
#include "gate/gate_store.h"

namespace expogate::gate {

OfflineList OfflineListService::get(const Caller& caller, std::optional<Instant> since, int queued) {
  require_queue(queued);
  OfflineList list;
  list.edition = editions_.get_edition(caller.edition);
  for (int number = list.edition.reuse_from_number; number <= list.edition.number; ++number)
    list.public_keys.emplace_back(number, reader_.public_key(number));
  auto from = since.value_or(Instant{list_overlap.ms}) - list_overlap;
  database_.read([&](db::Tx& tx) {
    list.at = clock_.now();
    list.refused = store::list_refused(tx, caller.edition, from);
    list.reused = store::list_reused(tx, caller.edition, from);
  });
  database_.write([&](db::Tx& tx) {
    auto device = store::note_sign(tx, device_of(caller), {list.at, queued, 0});
    if (!device) throw NotSignedIn(device_revoked);
    store::note_list_fetched(tx, device->id, list.at);
    list.device = *device;
    list.gate = *store::find_gate(tx, caller.edition, device->gate_id);
  });
  return list;
}

}  // namespace expogate::gate
