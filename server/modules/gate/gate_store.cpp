#include "gate/gate_store.h"

namespace expogate::gate::store {

std::vector<Gate> list_gates(db::Tx& tx, const EditionId& edition) {
  return tx.query<Gate>(R"(
      select id, edition_id, name_zh, name_en, active, version from gates
      where edition_id = $1 order by name_zh)",
                        edition);
}

std::optional<Gate> find_gate(db::Tx& tx, const EditionId& edition, const GateId& id) {
  return tx.one<Gate>(R"(
      select id, edition_id, name_zh, name_en, active, version from gates where id = $1 and edition_id = $2)",
                      id, edition);
}

void add_gate(db::Tx& tx, const Gate& gate) {
  tx.exec(
      "insert into gates (id, edition_id, name_zh, name_en, active, version) values ($1, $2, $3, $4, $5, $6)",
      gate.id, gate.edition_id, gate.name_zh, gate.name_en, gate.active, gate.version);
}

bool change_gate(db::Tx& tx, const Gate& gate, std::int64_t version_read) {
  return tx.exec(R"(
      update gates set name_zh = $3, name_en = $4, active = $5, version = version + 1
      where id = $1 and version = $2)",
                 gate.id, version_read, gate.name_zh, gate.name_en, gate.active) == 1;
}

}  // namespace expogate::gate::store
