#include "simulated_day.h"

#include <algorithm>
#include <tuple>

#include "gate/verification.h"

namespace expogate::gate {
namespace {

constexpr int least_steps = 10, more_steps = 20;
const EditionId edition{"8"};

void require(bool truth, const std::string& what) {
  if (!truth) throw Difference(what);
}

std::string name_of(const SimulatedDevice& device, std::int64_t sequence) {
  return device.caller.name + "/" + std::to_string(sequence);
}

}  // namespace

SimulatedDay::SimulatedDay(GateFair& fair, std::vector<SimulatedDevice>& devices,
                           std::vector<Visitor>& visitors, std::uint64_t seed)
    : fair_(fair), devices_(devices), visitors_(visitors), random_(seed) {
  fair_.begin_day();
  fair_.database.write([](db::Tx& tx) {
    for (auto* table : {"gate_visits", "gate_hours", "gate_scans"})
      tx.exec("delete from " + std::string(table));
    tx.exec("update gate_devices set last_sequence = 0, complete_to = 0, final_sequence = null, queued = 0");
    tx.exec(
        "update badges set state = 'collected', revoked_at = null, revoked_reason = null where "
        "revoked_reason = 'replaced'");
  });
  for (auto& visitor : visitors_) visitor.revoked_at.reset();
  for (auto& device : devices_) {
    SimulatedDevice fresh;
    fresh.caller = device.caller;
    fresh.direction = device.direction;
    fresh.list_at = fair_.clock.now();
    device = fresh;
  }
}

void SimulatedDay::play() {
  auto steps = least_steps + int(chance(more_steps));
  for (int i = 0; i < steps; ++i) step();
}

void SimulatedDay::step() {
  fair_.clock.advance(milliseconds(std::int64_t(chance(3)) * 1000));
  auto& device = devices_[chance(devices_.size())];
  switch (chance(10)) {
    case 0:
      device.has_network = !device.has_network;
      break;
    case 1:
    case 2:
      if (device.has_network) sync(device, false);
      break;
    case 3:
      if (device.has_network) device.list_at = fair_.clock.now();
      break;
    case 4: {
      auto& visitor = visitors_[chance(visitors_.size())];
      if (visitor.serial == 0 || visitor.always != GateAnswer::admitted || visitor.revoked_at || !one_in(3))
        break;
      fair_.clock.advance(milliseconds(1));
      visitor.revoked_at = fair_.clock.now();
      fair_.revoke(visitor.serial);
      break;
    }
    default:
      scan(device, one_in(6));
  }
}

void SimulatedDay::scan(SimulatedDevice& device, bool insists) {
  ++scans_;
  auto visitor = chance(visitors_.size());
  auto sequence = ++device.last_sequence;
  bool is_request_lost = !device.has_network || one_in(5);
  if (is_request_lost) return decide_offline(device, sequence, visitor, insists);
  auto now = fair_.clock.now();
  auto outcome = fair_.scans.scan(device.caller, {sequence, visitors_[visitor].code, insists, 0});
  bool is_answer_lost = one_in(4);
  if (is_answer_lost) {
    decide_offline(device, sequence, visitor, insists);
    // Where both decided alike, the record of the first stays.
    auto& told = device.told[sequence];
    told.was_offline = told.answer != outcome.scan.answer || told.is_overridden != outcome.scan.is_overridden;
    return;
  }
  note(device, sequence, {visitor, now, outcome.scan.answer, outcome.scan.is_overridden, false});
}

void SimulatedDay::decide_offline(SimulatedDevice& device, std::int64_t sequence, std::size_t visitor,
                                  bool insists) {
  auto& who = visitors_[visitor];
  auto now = fair_.clock.now();
  bool is_listed_revoked = who.revoked_at && *who.revoked_at <= device.list_at;
  Passage passage{
      .direction = device.direction,
      .standing = is_listed_revoked ? Standing::revoked : Standing::good,
      .opens_today = who.always != GateAnswer::wrong_day,
      .is_inside = device.passages.contains(visitor) && device.passages[visitor] == Direction::entry,
      .insists = insists};
  if (who.always == GateAnswer::unknown) passage.standing = Standing::unknown;
  if (who.always == GateAnswer::voided) passage.standing = Standing::voided;
  auto answer = decide(passage);
  bool is_overridden = insists && answer == GateAnswer::admitted;
  device.queue[sequence] = {sequence, who.code, now, fair_.gate, device.direction, answer, is_overridden};
  note(device, sequence, {visitor, now, answer, is_overridden, true});
}

void SimulatedDay::note(SimulatedDevice& device, std::int64_t sequence, const Told& told) {
  device.told[sequence] = told;
  if (told.answer == GateAnswer::admitted) device.passages[told.visitor] = device.direction;
  if (told.answer == GateAnswer::already_inside) device.passages[told.visitor] = Direction::entry;
}

void SimulatedDay::sync(SimulatedDevice& device, bool is_everything) {
  std::vector<OfflineScan> batch;
  for (auto& [sequence, scan] : device.queue)
    if (is_everything || one_in(2)) batch.push_back(scan);
  // What arrived long ago is sent again now and then.
  for (auto& [sequence, scan] : device.sent)
    if (one_in(4)) batch.push_back(scan);
  if (batch.empty()) return;
  std::ranges::shuffle(batch, random_);
  bool is_request_lost = !is_everything && one_in(5);
  if (is_request_lost) return;
  fair_.scans.sync(device.caller, batch, int(device.queue.size()));
  for (auto& scan : batch) device.sent[scan.sequence] = scan;
  bool is_answer_lost = !is_everything && one_in(4);
  if (is_answer_lost) return;
  for (auto& scan : batch) device.queue.erase(scan.sequence);
}

void SimulatedDay::finish() {
  std::vector<std::size_t> order{0, 1, 2};
  std::ranges::shuffle(order, random_);
  for (auto i : order) {
    auto& device = devices_[i];
    auto ended = fair_.devices.finish(device.caller, device.last_sequence);
    require(is_complete(ended) == (ended.complete_to >= device.last_sequence),
            "complete only when all is there");
    sync(device, true);
    auto after = fair_.devices.finish(device.caller, device.last_sequence);
    require(is_complete(after), device.caller.name + " is complete once its queue is empty");
  }
  compare_scans();
  compare_figures();
  compare_conflicts();
  auto wrong = fair_.database.read([](db::Tx& tx) { return verify(tx); });
  require(wrong.empty(), wrong.empty() ? "" : wrong.front());
}

/// No scan is lost, none is there twice, and each says what its operator was told, for a reason.
void SimulatedDay::compare_scans() {
  for (auto& device : devices_) {
    auto rows = fair_.database.read([&](db::Tx& tx) {
      return store::list_scans(tx, device_of(device.caller), 0, device.last_sequence + 1);
    });
    require(rows.size() == device.told.size(), device.caller.name + " has as many scans as it was told of");
    for (auto& row : rows) {
      auto name = name_of(device, row.sequence);
      auto& told = device.told.at(row.sequence);
      require(row.answer == told.answer && row.is_overridden == told.is_overridden,
              name + " was told " + std::string(enum_name(told.answer)) + ", recorded " +
                  std::string(enum_name(row.answer)));
      auto& who = visitors_[told.visitor];
      require(row.attendee_id.has_value() == (who.serial != 0), name + " is of whoever holds the badge");
      if (told.answer == GateAnswer::revoked)
        require(who.revoked_at && *who.revoked_at <= told.at, name + " was revoked by then");
      bool is_of_badge = told.answer == GateAnswer::voided || told.answer == GateAnswer::wrong_day ||
                         told.answer == GateAnswer::unknown;
      if (is_of_badge) require(told.answer == who.always, name + " was refused for what the badge is");
      bool was_good = !who.revoked_at || *who.revoked_at > told.at;
      bool is_entry = told.answer == GateAnswer::admitted && device.direction == Direction::entry;
      if (is_entry)
        require(row.objection.has_value() == !was_good, name + " is objected to when its badge was revoked");
    }
  }
}

/// Everybody counts once; who is inside follows from the last passage, whatever arrived last.
void SimulatedDay::compare_figures() {
  using Moment = std::tuple<Instant, std::string, std::int64_t>;
  std::map<std::size_t, std::pair<Moment, Direction>> last;
  std::map<std::size_t, int> entries;
  for (auto& device : devices_)
    for (auto& [sequence, told] : device.told) {
      if (told.answer != GateAnswer::admitted) continue;
      Moment moment{told.at, device.caller.device, sequence};
      auto [found, is_first] = last.try_emplace(told.visitor, moment, device.direction);
      if (!is_first && found->second.first < moment) found->second = {moment, device.direction};
      if (device.direction == Direction::entry) ++entries[told.visitor];
    }
  auto figures = fair_.database.read(
      [&](db::Tx& tx) { return store::get_figures(tx, edition, fair_date(fair_.clock.now())); });
  require(figures.persons == std::int64_t(entries.size()), "everybody who was admitted counts once");
  auto inside =
      std::ranges::count_if(last, [](auto& each) { return each.second.second == Direction::entry; });
  require(figures.inside == inside, "who is inside is whose last passage was an entry");
  int admitted = 0;
  for (auto& hour : figures.hours)
    if (hour.answer == GateAnswer::admitted && hour.direction == Direction::entry) admitted += hour.scans;
  int all = 0;
  for (auto& [visitor, count] : entries) all += count;
  require(admitted == all, "every admission counts in its hour");
}

/// Whoever entered twice without leaving, once without network, is told of.
void SimulatedDay::compare_conflicts() {
  struct Entry {
    Instant at;
    std::string device;
    std::int64_t sequence = 0;
    const Told* told = nullptr;
    Direction direction = Direction::entry;
  };
  std::map<std::size_t, std::vector<Entry>> passages;
  for (auto& device : devices_)
    for (auto& [sequence, told] : device.told)
      if (told.answer == GateAnswer::admitted)
        passages[told.visitor].push_back({told.at, device.caller.device, sequence, &told, device.direction});
  std::int64_t expected = 0;
  for (auto& [visitor, list] : passages) {
    std::ranges::sort(list, {}, [](auto& e) { return std::tie(e.at, e.device, e.sequence); });
    for (std::size_t i = 1; i < list.size(); ++i) {
      bool is_twice = list[i].direction == Direction::entry && list[i - 1].direction == Direction::entry;
      bool was_offline = list[i].told->was_offline || list[i - 1].told->was_offline;
      expected += is_twice && was_offline && !list[i].told->is_overridden;
    }
  }
  auto conflicts = fair_.database.read(
      [&](db::Tx& tx) { return store::list_conflicts(tx, edition, fair_date(fair_.clock.now()), 1000); });
  auto twice = std::ranges::count(conflicts, ConflictKind::admitted_twice, &Conflict::kind);
  conflicts_ = twice;
  require(twice == expected,
          "admitted twice " + std::to_string(expected) + " times, told of " + std::to_string(twice));
}

}  // namespace expogate::gate
