#pragma once
#include <vector>

#include "base/caller.h"
#include "gate/device.h"
#include "platform/db/database.h"

namespace expogate::gate {

struct DeviceWish {
  std::string name;
  GateId gate_id;
  Direction direction = Direction::entry;
};

/// A device and the only copy of its token.
struct PairedDevice {
  Device device;
  std::string token;
};

class DeviceService {
 public:
  DeviceService(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  std::vector<Device> list(const Caller& caller);
  /// A new device that awaits the code.
  Pairing add(const Caller& caller, const DeviceWish& wish);
  PairedDevice pair(const Caller& caller, const std::string& code);
  /// Takes effect with the device's next call.
  Device change(const Caller& caller, const DeviceId& id, const DeviceWish& wish, std::int64_t version);
  void revoke(const Caller& caller, const DeviceId& id);
  /// Its operator has ended the day: this was its last scan.
  Device finish(const Caller& caller, std::int64_t final_sequence);

  /// Whom a device's token lets in; refuses one that was revoked.
  Caller caller_of(std::string_view token);

 private:
  Device get(db::Tx& tx, const Caller& caller, const DeviceId& id);
  db::Database& database_;
  const Clock& clock_;
};

/// The device that calls.
DeviceId device_of(const Caller& caller);

}  // namespace expogate::gate
