#pragma once
#include <vector>

#include "gate/gate.h"
#include "platform/db/tx.h"

namespace expogate::gate::store {

std::vector<Gate> list_gates(db::Tx& tx, const EditionId& edition);
std::optional<Gate> find_gate(db::Tx& tx, const EditionId& edition, const GateId& id);
void add_gate(db::Tx& tx, const Gate& gate);
/// Compare-and-set on the version.
bool change_gate(db::Tx& tx, const Gate& gate, std::int64_t version_read);

}  // namespace expogate::gate::store
