#include "gate/gate_service.h"

#include "audit/audit.h"
#include "gate/gate_store.h"
#include "platform/db/refusing_taken.h"

namespace expogate::gate {

std::vector<Gate> GateService::list(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return store::list_gates(tx, caller.edition); });
}

Gate GateService::add(const Caller& caller, const std::string& name_zh, const std::string& name_en) {
  auto now = clock_.now();
  Gate gate{new_id<GateId>(now), caller.edition, name_zh, name_en, true, 1};
  return db::refusing_taken("name", "name_zh", gate_name_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      store::add_gate(tx, gate);
      audit::record(
          tx, caller, now,
          {"gate_added", "gate", gate.id.text, "新增入口：" + name_zh, "null", audit::snapshot(gate)});
      return gate;
    });
  });
}

Gate GateService::change(const Caller& caller, Gate wanted, std::int64_t version) {
  return db::refusing_taken("name", "name_zh", gate_name_taken, [&] {
    return database_.write([&](db::Tx& tx) {
      auto before = store::find_gate(tx, caller.edition, wanted.id);
      if (!before) throw NotFound();
      if (!store::change_gate(tx, wanted, version)) throw Stale();
      wanted.edition_id = before->edition_id;
      wanted.version = version + 1;
      audit::record(tx, caller, clock_.now(),
                    {"gate_changed", "gate", wanted.id.text, "修改入口：" + wanted.name_zh,
                     audit::snapshot(*before), audit::snapshot(wanted)});
      return wanted;
    });
  });
}

}  // namespace expogate::gate
