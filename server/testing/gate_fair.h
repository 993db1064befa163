#pragma once
#include <string>
#include <vector>

#include "badge/badge_keys.h"
#include "gate/device_service.h"
#include "gate/offline_list_service.h"
#include "gate/scan_service.h"
#include "platform/facts/facts.h"
#include "testing/test_clock.h"

namespace expogate {

/// A fair on its second entry day, with people who hold badges, a gate and devices at it.
class GateFair {
 public:
  static constexpr int edition_number = 8;
  static constexpr badge::EntryDays all_days = 0b111111;

  explicit GateFair(db::Database& database);
  /// Nine o'clock in Shanghai on the second entry day.
  void begin_day();

  /// A person with a badge; its code's serial. By default a new badge of this edition.
  struct Person {
    badge::BadgeState state = badge::BadgeState::collected;
    badge::EntryDays days = all_days;
    std::optional<badge::RevokedReason> revoked = {};
    int code_edition_number = edition_number;
  };
  std::int64_t add_person(const Person& person);
  std::int64_t add_person() { return add_person({}); }
  void revoke(std::int64_t serial);

  /// What stands on the badge.
  std::string code(std::int64_t serial, int code_edition_number = edition_number,
                   badge::EntryDays days = all_days);
  /// A device that has paired: who it is when it calls.
  Caller add_device(const std::string& name, gate::Direction direction = gate::Direction::entry);
  Caller supervisor() const;

  db::Database& database;
  TestClock clock;
  KeyRing ring;
  Facts facts;
  edition::EditionService editions;
  gate::DeviceService devices;
  gate::ScanService scans;
  gate::OfflineListService lists;
  gate::GateId gate{"gate"};

 private:
  std::int64_t last_serial_ = 0;
};

}  // namespace expogate
