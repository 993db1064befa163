#pragma once
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "gate/figures.h"
#include "testing/gate_fair.h"

namespace expogate::gate {

/// What a run found that must not be, with what led to it.
struct Difference : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Somebody with a badge, as everybody knows them.
struct Visitor {
  std::string code;
  std::int64_t serial = 0;                   ///< 0: nobody's code
  GateAnswer always = GateAnswer::admitted;  ///< what is wrong with the badge from the beginning
  std::optional<Instant> revoked_at;
};

/// What the operator was told: the truth that the tables are held against.
struct Told {
  std::size_t visitor = 0;
  Instant at;
  GateAnswer answer = GateAnswer::unknown;
  bool is_overridden = false, was_offline = false;
};

/// A device as its page plays it (web/src/features/gate/device), in few words.
struct SimulatedDevice {
  Caller caller;
  Direction direction = Direction::entry;
  bool has_network = true;
  std::int64_t last_sequence = 0;
  std::map<std::int64_t, Told> told;
  std::map<std::int64_t, OfflineScan> queue, sent;
  std::map<std::size_t, Direction> passages;  ///< where visitors went last, as far as it has seen
  Instant list_at;                            ///< whoever was revoked later is not on its list
};

/// One day of three devices: scans, lost requests, lost answers, syncs of some of the queue in any order and
/// again, lists, revocations.
class SimulatedDay {
 public:
  SimulatedDay(GateFair& fair, std::vector<SimulatedDevice>& devices, std::vector<Visitor>& visitors,
               std::uint64_t seed);

  void play();
  /// Everything arrives, and is held against what was told.
  void finish();
  std::int64_t scans() const { return scans_; }
  std::int64_t conflicts() const { return conflicts_; }

 private:
  void step();
  void scan(SimulatedDevice& device, bool insists);
  void decide_offline(SimulatedDevice& device, std::int64_t sequence, std::size_t visitor, bool insists);
  void note(SimulatedDevice& device, std::int64_t sequence, const Told& told);
  void sync(SimulatedDevice& device, bool is_everything);
  void compare_scans();
  void compare_figures();
  void compare_conflicts();
  std::size_t chance(std::size_t below) { return std::size_t(random_() % below); }
  bool one_in(std::size_t n) { return chance(n) == 0; }

  GateFair& fair_;
  std::vector<SimulatedDevice>& devices_;
  std::vector<Visitor>& visitors_;
  std::mt19937_64 random_;
  std::int64_t scans_ = 0, conflicts_ = 0;
};

}  // namespace expogate::gate
