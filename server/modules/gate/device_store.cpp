#include "gate/device_store.h"

#include <fmt/format.h>

namespace expogate::gate::store {
namespace {

constexpr std::string_view columns =
    "id, edition_id, gate_id, name, direction, state, created_at, pairing_expires_at, paired_at, revoked_at, "
    "last_seen_at, list_fetched_at, queued, last_sequence, complete_to, final_sequence, version";

}  // namespace

std::vector<Device> list_devices(db::Tx& tx, const EditionId& edition) {
  return tx.query<Device>(
      fmt::format("select {} from gate_devices where edition_id = $1 order by created_at desc, id", columns),
      edition);
}

std::optional<Device> find_device(db::Tx& tx, const EditionId& edition, const DeviceId& id) {
  return tx.one<Device>(fmt::format("select {} from gate_devices where id = $1 and edition_id = $2", columns),
                        id, edition);
}

std::optional<Device> find_device_by_token(db::Tx& tx, std::string_view token_hash) {
  return tx.one<Device>(
      fmt::format("select {} from gate_devices where token_hash = $1 and state = 'active'", columns),
      token_hash);
}

void add_device(db::Tx& tx, const Device& d, const AccountId& created_by, std::string_view code_hash) {
  tx.exec(R"(
      insert into gate_devices (id, edition_id, gate_id, name, direction, state, pairing_code_hash,
                                pairing_expires_at, created_by, created_at, queued, last_sequence, complete_to, version)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, $11))",
          d.id, d.edition_id, d.gate_id, d.name, d.direction, d.state, code_hash, d.pairing_expires_at,
          created_by, d.created_at, d.version);
}

std::optional<Device> pair_device(db::Tx& tx, std::string_view code_hash, std::string_view token_hash,
                                  Instant now) {
  return tx.one<Device>(fmt::format(R"(
      update gate_devices
      set state = 'active', token_hash = $2, paired_at = $3, last_seen_at = $3, pairing_code_hash = null,
          version = version + 1
      where pairing_code_hash = $1 and state = 'awaiting' and pairing_expires_at > $3 returning {})",
                                    columns),
                        code_hash, token_hash, now);
}

bool change_device(db::Tx& tx, const Device& d, std::int64_t version_read) {
  return tx.exec(R"(
      update gate_devices set name = $3, gate_id = $4, direction = $5, version = version + 1
      where id = $1 and version = $2)",
                 d.id, version_read, d.name, d.gate_id, d.direction) == 1;
}

bool revoke_device(db::Tx& tx, const DeviceId& id, Instant now) {
  return tx.exec(R"(
      update gate_devices
      set state = 'revoked', revoked_at = $2, token_hash = null, pairing_code_hash = null, version = version + 1
      where id = $1 and state <> 'revoked')",
                 id, now) == 1;
}

std::optional<Device> note_sign(db::Tx& tx, const DeviceId& id, const Sign& sign) {
  return tx.one<Device>(fmt::format(R"(
      update gate_devices
      set last_seen_at = $2, queued = $3,
          last_sequence = case when last_sequence < $4 then $4 else last_sequence end,
          complete_to = case when complete_to = $4 - 1 then $4 else complete_to end,
          final_sequence = case when final_sequence < $4 then null else final_sequence end
      where id = $1 and state = 'active' returning {})",
                                    columns),
                        id, sign.at, sign.queued, sign.sequence);
}

void note_list_fetched(db::Tx& tx, const DeviceId& id, Instant now) {
  tx.exec("update gate_devices set list_fetched_at = $2 where id = $1", id, now);
}

void settle_sequences(db::Tx& tx, const DeviceId& id) {
  tx.exec(R"(
      update gate_devices
      set complete_to = (
        select min(s.sequence) from gate_scans s
        where s.device_id = gate_devices.id and s.sequence > gate_devices.complete_to and not exists (
          select 1 from gate_scans n where n.device_id = s.device_id and n.sequence = s.sequence + 1))
      where id = $1 and exists (
        select 1 from gate_scans s where s.device_id = gate_devices.id and s.sequence = gate_devices.complete_to + 1))",
          id);
}

void finish_device(db::Tx& tx, const DeviceId& id, std::int64_t final_sequence) {
  tx.exec("update gate_devices set final_sequence = $2 where id = $1", id, final_sequence);
}

}  // namespace expogate::gate::store
