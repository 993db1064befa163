#pragma once
#include <vector>

#include "gate/device.h"
#include "platform/db/tx.h"

namespace expogate::gate::store {

std::vector<Device> list_devices(db::Tx& tx, const EditionId& edition);
std::optional<Device> find_device(db::Tx& tx, const EditionId& edition, const DeviceId& id);
std::optional<Device> find_device_by_token(db::Tx& tx, std::string_view token_hash);

void add_device(db::Tx& tx, const Device& device, const AccountId& created_by, std::string_view code_hash);
/// Uses the code: nothing when it is wrong, used or out of time.
std::optional<Device> pair_device(db::Tx& tx, std::string_view code_hash, std::string_view token_hash,
                                  Instant now);
/// Name, gate and direction; compare-and-set on the version.
bool change_device(db::Tx& tx, const Device& device, std::int64_t version_read);
bool revoke_device(db::Tx& tx, const DeviceId& id, Instant now);

/// What a device says of itself with every call.
struct Sign {
  Instant at;
  int queued = 0;
  std::int64_t sequence = 0;  ///< the highest that it brings
};
/// The device as it is now; the others of the same device wait until this transaction ends. Nothing when it
/// was revoked.
std::optional<Device> note_sign(db::Tx& tx, const DeviceId& id, const Sign& sign);
void note_list_fetched(db::Tx& tx, const DeviceId& id, Instant now);
/// After a gap was filled: how far everything has arrived.
void settle_sequences(db::Tx& tx, const DeviceId& id);
void finish_device(db::Tx& tx, const DeviceId& id, std::int64_t final_sequence);

}  // namespace expogate::gate::store
