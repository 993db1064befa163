// Days at the gates by chance: what the devices' operators were told is held against what the tables say
// afterwards.
//
//   EXPOGATE_GATE_DAYS=10000      how many on SQLite; a tenth of them on PostgreSQL
//   EXPOGATE_GATE_SEED=7          which ones
#include "simulated_day.h"

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "testing/test_database.h"

namespace expogate::gate {
namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  auto* text = std::getenv(name);
  return text ? std::stoull(text) : otherwise;
}

constexpr std::uint64_t short_run = 500;

class GateSimulationTest : public OnEachEngine {
 protected:
  GateFair fair{database()};
  std::vector<SimulatedDevice> devices;
  std::vector<Visitor> visitors;

  void SetUp() override {
    for (auto [name, direction] :
         {std::pair{"north", Direction::entry}, {"south", Direction::entry}, {"out", Direction::exit}}) {
      SimulatedDevice device;
      device.caller = fair.add_device(name, direction);
      device.direction = direction;
      devices.push_back(device);
    }
    for (int i = 0; i < 3; ++i) add(fair.add_person(), GateAnswer::admitted);
    add(fair.add_person({.revoked = badge::RevokedReason::voided}), GateAnswer::voided);
    auto wrong_day = fair.add_person({.days = 0b1});
    visitors.push_back(
        {fair.code(wrong_day, GateFair::edition_number, 0b1), wrong_day, GateAnswer::wrong_day, {}});
    visitors.push_back({"SOMETHING ELSE", 0, GateAnswer::unknown, {}});
  }
  void add(std::int64_t serial, GateAnswer always) {
    visitors.push_back({fair.code(serial), serial, always, {}});
  }
};

TEST_P(GateSimulationTest, NothingIsLostAndNothingCountsTwice) {
  auto seed = setting("EXPOGATE_GATE_SEED", 20251105);
  auto days = setting("EXPOGATE_GATE_DAYS", short_run);
  if (GetParam() == db::Engine::postgres) days /= 10;
  auto began = std::chrono::steady_clock::now();
  std::int64_t scans = 0, conflicts = 0;
  for (std::uint64_t n = 0; n < days; ++n) {
    SimulatedDay day(fair, devices, visitors, seed + n);
    try {
      day.play();
      day.finish();
    } catch (const Difference& difference) {
      FAIL() << "seed " << seed + n << ": " << difference.what();
    }
    scans += day.scans();
    conflicts += day.conflicts();
  }
  auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::cout << days << " days, " << scans << " scans, " << conflicts << " admitted twice offline, in "
            << int(seconds) << " s\n";
}

TEST_P(GateSimulationTest, ControlAVisitThatCountsOneMoreIsFound) {
  SimulatedDay day(fair, devices, visitors, 1);
  day.play();
  fair.scans.scan(devices[0].caller, {++devices[0].last_sequence, visitors[0].code, true, 0});
  EXPECT_THROW(day.finish(), Difference);
}

EXPOGATE_ON_EACH_ENGINE(GateSimulationTest);

}  // namespace
}  // namespace expogate::gate
