#pragma once
#include "gate/gate.h"

/// The phones and computers at the gates.
namespace expogate::gate {

using DeviceId = Id<struct GateDeviceNoun>;

enum class DeviceState {
  awaiting,  ///< its pairing code has not been used
  active,
  revoked,
};
BOOST_DESCRIBE_ENUM(DeviceState, awaiting, active, revoked)

struct Device {
  DeviceId id;
  EditionId edition_id;
  GateId gate_id;
  std::string name;
  Direction direction = Direction::entry;
  DeviceState state = DeviceState::awaiting;
  Instant created_at;
  std::optional<Instant> pairing_expires_at, paired_at, revoked_at, last_seen_at, list_fetched_at;
  int queued = 0;                              ///< scans that wait in the device, as it said last
  std::int64_t last_sequence = 0;              ///< the highest that has arrived
  std::int64_t complete_to = 0;                ///< every scan up to this one has arrived
  std::optional<std::int64_t> final_sequence;  ///< the day's last, once its operator has ended it
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Device, (),
                      (id, edition_id, gate_id, name, direction, state, created_at, pairing_expires_at,
                       paired_at, revoked_at, last_seen_at, list_fetched_at, queued, last_sequence,
                       complete_to, final_sequence, version))

/// Nothing of the day is still in the device.
constexpr bool is_complete(const Device& device) {
  return device.final_sequence && device.complete_to >= *device.final_sequence;
}

/// What the supervisor shows and the device shows back, once.
struct Pairing {
  Device device;
  std::string code;
};

constexpr Duration pairing_limit = minutes(10);
/// Tells a device's token from a session's.
constexpr std::string_view token_prefix = "gate_";

/// What waits in a device is counted in the supervisor's figures, so it must be a count.
void require_queue(int queued);

/// As it is typed: without hyphens and blanks, in capitals.
std::string normalized_pairing_code(std::string_view typed);

inline const ErrorCode device_revoked{
    "gate.device_revoked", "此设备未配对或已停用，请重新配对",
    "This device is not paired or has been deactivated; please pair it again"};
inline const ErrorCode pairing_code_wrong{
    "gate.pairing_code_wrong", "配对码不正确或已过期，请让主管重新生成",
    "The pairing code is incorrect or has expired; please ask the supervisor for a new one"};
inline const ErrorCode device_not_revocable{"gate.device_not_revocable", "设备已停用",
                                            "The device has already been deactivated"};
inline const ErrorCode gate_not_usable{"gate.not_usable", "请选择启用的入口",
                                       "Please select an active entrance"};

}  // namespace expogate::gate

namespace expogate {
template <>
inline constexpr auto enum_labels<gate::DeviceState> = std::to_array<EnumLabel>({
    {"awaiting", "待配对", "To be paired"},
    {"active", "使用中", "In use"},
    {"revoked", "已停用", "Revoked"},
});
}  // namespace expogate
