#include "gate/device_service.h"

#include "account/account.h"
#include "audit/audit.h"
#include "base/text.h"
#include "gate/device_store.h"
#include "gate/gate_store.h"
#include "platform/crypto/digest.h"
#include "platform/crypto/encoding.h"
#include "platform/crypto/random_bytes.h"
#include "platform/crypto/token.h"
#include "platform/wire/field_errors.h"

namespace expogate::gate {
namespace {

/// 40 bits as eight characters: enough for ten minutes and a limit on tries.
std::string new_pairing_code() {
  return base32_encode(random_bytes(5));
}

void require_usable_gate(db::Tx& tx, const Caller& caller, const GateId& id) {
  auto gate = store::find_gate(tx, caller.edition, id);
  if (!gate || !gate->active) throw ValidationError("gate_id", gate_not_usable);
}

}  // namespace

void require_queue(int queued) {
  constexpr int max_queued = 1'000'000;
  if (queued < 0 || queued > max_queued)
    throw ValidationError("queued", wire::field_range, {{"min", 0}, {"max", max_queued}});
}

std::string normalized_pairing_code(std::string_view typed) {
  std::string code;
  for (char c : ascii_upper(half_width(typed)))
    if (c != '-' && c != ' ') code += c;
  return code;
}

DeviceId device_of(const Caller& caller) {
  return {caller.device};
}

Device DeviceService::get(db::Tx& tx, const Caller& caller, const DeviceId& id) {
  auto device = store::find_device(tx, caller.edition, id);
  if (!device) throw NotFound();
  return *std::move(device);
}

std::vector<Device> DeviceService::list(const Caller& caller) {
  return database_.read([&](db::Tx& tx) { return store::list_devices(tx, caller.edition); });
}

Pairing DeviceService::add(const Caller& caller, const DeviceWish& wish) {
  auto now = clock_.now();
  Pairing pairing;
  pairing.code = new_pairing_code();
  auto& device = pairing.device;
  device.id = new_id<DeviceId>(now);
  device.edition_id = caller.edition;
  device.gate_id = wish.gate_id;
  device.name = wish.name;
  device.direction = wish.direction;
  device.created_at = now;
  device.pairing_expires_at = now + pairing_limit;
  return database_.write([&](db::Tx& tx) {
    require_usable_gate(tx, caller, wish.gate_id);
    store::add_device(tx, device, caller.account, sha256_hex(pairing.code));
    audit::record(tx, caller, now,
                  {"gate_device_added", "gate_device", device.id.text, "新增门禁设备：" + device.name, "null",
                   audit::snapshot(device)});
    return pairing;
  });
}

PairedDevice DeviceService::pair(const Caller& caller, const std::string& code) {
  auto token = std::string(token_prefix) + new_token();
  auto code_hash = sha256_hex(normalized_pairing_code(code));
  return database_.write([&](db::Tx& tx) {
    auto now = clock_.now();
    auto device = store::pair_device(tx, code_hash, sha256_hex(token), now);
    if (!device) throw Refusal(pairing_code_wrong);
    audit::record(
        tx, caller, now,
        {"gate_device_paired", "gate_device", device->id.text, "门禁设备完成配对：" + device->name});
    return PairedDevice{*device, token};
  });
}

Device DeviceService::change(const Caller& caller, const DeviceId& id, const DeviceWish& wish,
                             std::int64_t version) {
  return database_.write([&](db::Tx& tx) {
    auto before = get(tx, caller, id);
    require_usable_gate(tx, caller, wish.gate_id);
    auto after = before;
    after.name = wish.name;
    after.gate_id = wish.gate_id;
    after.direction = wish.direction;
    if (!store::change_device(tx, after, version)) throw Stale();
    after.version = version + 1;
    audit::record(tx, caller, clock_.now(),
                  {"gate_device_changed", "gate_device", id.text, "修改门禁设备：" + wish.name,
                   audit::snapshot(before), audit::snapshot(after)});
    return after;
  });
}

void DeviceService::revoke(const Caller& caller, const DeviceId& id) {
  database_.write([&](db::Tx& tx) {
    auto device = get(tx, caller, id);
    if (!store::revoke_device(tx, id, clock_.now())) throw Refusal(device_not_revocable);
    audit::record(tx, caller, clock_.now(),
                  {"gate_device_revoked", "gate_device", id.text, "停用门禁设备：" + device.name});
  });
}

Device DeviceService::finish(const Caller& caller, std::int64_t final_sequence) {
  return database_.write([&](db::Tx& tx) {
    auto id = device_of(caller);
    store::finish_device(tx, id, final_sequence);
    audit::record(tx, caller, clock_.now(),
                  {"gate_device_finished", "gate_device", id.text, "门禁设备当日收工：" + caller.name});
    return get(tx, caller, id);
  });
}

Caller DeviceService::caller_of(std::string_view token) {
  auto hash = sha256_hex(token);
  auto device = database_.read([&](db::Tx& tx) { return store::find_device_by_token(tx, hash); });
  if (!device) throw NotSignedIn(device_revoked);
  Caller caller;
  caller.device = device->id.text;
  caller.name = device->name;
  caller.edition = device->edition_id;
  caller.permissions = account::permissions_of(account::Role::gate_device);
  return caller;
}

}  // namespace expogate::gate
