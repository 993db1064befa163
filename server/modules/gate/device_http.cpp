#include "base/permission.h"
#include "gate/gate_http.h"
#include "platform/image/qr.h"
#include "platform/wire/page_query.h"

namespace expogate::gate {

struct DeviceRequest {
  wire::Text<1, 40> name;
  GateId gate_id;
  Direction direction = Direction::entry;
};
BOOST_DESCRIBE_STRUCT(DeviceRequest, (), (name, gate_id, direction))

struct DeviceView {
  DeviceId id;
  GateId gate_id;
  std::string name;
  Direction direction = Direction::entry;
  DeviceState state = DeviceState::awaiting;
  Instant created_at;
  std::optional<Instant> pairing_expires_at, paired_at, revoked_at, last_seen_at, list_fetched_at;
  int queued = 0;
  std::int64_t last_sequence = 0, complete_to = 0;
  bool is_finished = false, is_complete = false;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DeviceView, (),
                      (id, gate_id, name, direction, state, created_at, pairing_expires_at, paired_at,
                       revoked_at, last_seen_at, list_fetched_at, queued, last_sequence, complete_to,
                       is_finished, is_complete, version))

struct PairingView {
  DeviceView device;
  std::string code;
  std::string qr_svg;  ///< opens the gate's page with the code
};
BOOST_DESCRIBE_STRUCT(PairingView, (), (device, code, qr_svg))

struct PairRequest {
  wire::Text<1, 40> code;
};
BOOST_DESCRIBE_STRUCT(PairRequest, (), (code))

struct PairedDeviceView {
  DeviceView device;
  std::string token;
};
BOOST_DESCRIBE_STRUCT(PairedDeviceView, (), (device, token))

namespace {

DeviceView view(const Device& d) {
  return {d.id,
          d.gate_id,
          d.name,
          d.direction,
          d.state,
          d.created_at,
          d.pairing_expires_at,
          d.paired_at,
          d.revoked_at,
          d.last_seen_at,
          d.list_fetched_at,
          d.queued,
          d.last_sequence,
          d.complete_to,
          d.final_sequence.has_value(),
          is_complete(d),
          d.version};
}

DeviceWish wish(const DeviceRequest& r) {
  return {r.name, r.gate_id, r.direction};
}

}  // namespace

void add_device_routes(wire::Router& router, DeviceService& devices, const std::string& public_url) {
  router.get("/gate_devices", "gate_device_list")
      .allow(Permission::see_entries)
      .summary("The devices at the gates: where they are, how fresh their lists are, what they still hold")
      .handle([&](const Caller& caller) { return wire::list_view(devices.list(caller), view); });

  router.post("/gate_devices", "gate_device_create")
      .allow(Permission::run_gates)
      .idempotent()
      .summary("A new device: answers the code by which it pairs within ten minutes")
      .handle([&, public_url](const Caller& caller, const DeviceRequest& r) {
        auto pairing = devices.add(caller, wish(r));
        return PairingView{view(pairing.device), pairing.code,
                           qr_svg(public_url + "/gate#" + pairing.code, pairing.code)};
      });

  router.put("/gate_devices/{id}", "gate_device_change")
      .allow(Permission::run_gates)
      .summary("Puts a device to another gate or direction, from its next scan on")
      .handle([&](const Caller& caller, DeviceId id, const DeviceRequest& r, wire::IfMatch match) {
        return view(devices.change(caller, id, wish(r), match.version));
      });

  router.post("/gate_devices/{id}/revocations", "gate_device_revoke")
      .allow(Permission::run_gates)
      .idempotent()
      .summary("Revokes a device: its next call is refused")
      .handle([&](const Caller& caller, DeviceId id, const wire::NoInput&) { devices.revoke(caller, id); });

  router.post("/gate/pairings", "gate_pairing_create")
      .for_everyone("a device has no account: the supervisor's code, valid once, speaks for it")
      .outside_editions()
      .summary("A device pairs with the code and gets its token, once")
      .handle([&](const Caller& caller, const PairRequest& r) {
        auto paired = devices.pair(caller, r.code);
        return PairedDeviceView{view(paired.device), paired.token};
      });
}

}  // namespace expogate::gate
