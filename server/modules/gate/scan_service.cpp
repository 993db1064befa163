#include "gate/scan_service.h"

#include <algorithm>

#include "gate/device_service.h"
#include "gate/device_store.h"
#include "gate/gate_store.h"
#include "platform/crypto/digest.h"
#include "platform/db/error.h"

namespace expogate::gate {
namespace {

std::vector<CivilDate> days_of(const badge::EntryDays days, const edition::Edition& edition) {
  std::vector<CivilDate> list;
  auto day = edition.entry_from_on;
  for (int n = 0; n < badge::most_entry_days; ++n, day = next_day(day))
    if (days >> n & 1) list.push_back(day);
  return list;
}

Passage passage_of(const std::optional<SeenBadge>& seen, const Scan& scan, const edition::Edition& edition) {
  if (!seen) return {.direction = scan.direction};
  return {.direction = scan.direction,
          .standing = standing_of(seen->state, seen->revoked_reason, seen->revoked_at, scan.scanned_at),
          .opens_today = badge::opens_on(badge::EntryDays(seen->entry_days), scan.day, edition.entry_from_on),
          .is_inside = seen->is_inside.value_or(false)};
}

/// Decides and lets through in one step: of two who see a person outside, one notes the passage.
GateAnswer pass(db::Tx& tx, Scan& scan, Passage passage) {
  scan.answer = decide(passage);
  if (!is_passage(scan)) return scan.answer;
  bool only_from_outside = passage.direction == Direction::entry && !passage.insists;
  if (store::note_passage(tx, scan, only_from_outside)) return scan.answer;
  passage.is_inside = true;
  return decide(passage);
}

void name_person(Scan& scan, const std::optional<SeenBadge>& seen, const std::string& code_hash) {
  if (!seen) {
    scan.code_hash = code_hash;
    return;
  }
  scan.badge_id = seen->badge_id;
  scan.attendee_id = seen->attendee_id;
}

ScanOutcome outcome_of(const Scan& scan, const std::optional<SeenBadge>& seen,
                       const edition::Edition& edition) {
  auto days = seen ? days_of(badge::EntryDays(seen->entry_days), edition) : std::vector<CivilDate>{};
  return {scan, seen, std::move(days)};
}

Device require_active(db::Tx& tx, const Caller& caller, const store::Sign& sign) {
  auto device = store::note_sign(tx, device_of(caller), sign);
  if (!device) throw NotSignedIn(device_revoked);
  return *std::move(device);
}

/// A device may have been moved since, but not to a gate that there never was.
void require_known_gates(db::Tx& tx, const Device& device, std::vector<Scan>& scans) {
  auto gates = store::list_gates(tx, device.edition_id);
  for (auto& scan : scans)
    if (std::ranges::find(gates, scan.gate_id, &Gate::id) == gates.end()) scan.gate_id = device.gate_id;
}

/// What the device says happened, where the record of an online answer that it never heard says otherwise.
void correct(db::Tx& tx, const Scan& before, const Scan& told, store::HourCounts& hours) {
  bool is_same = before.answer == told.answer && before.is_overridden == told.is_overridden;
  if (before.was_offline || is_same) return;
  auto after = before;
  after.answer = told.answer;
  after.is_overridden = told.is_overridden;
  after.objection = told.objection;
  store::correct_scan(tx, after);
  --hours[store::hour_of(before)];
  ++hours[store::hour_of(after)];
  if (is_passage(before) == is_passage(after)) return;
  if (is_passage(after))
    store::note_passage(tx, after, false);
  else
    store::recount_visit(tx, *after.attendee_id, after.day);
}

/// A clock that runs ahead does not enter tomorrow, and one that has lost its battery not 1970: a device
/// reads nothing before it was paired, give or take what its clock is slow. A scan that it says otherwise of
/// counts when it arrives.
Instant moment_of(Instant told, const Device& device, Instant now) {
  constexpr Duration slowness = minutes(10);
  bool is_possible = told >= device.paired_at.value_or(Instant{}) - slowness;
  return is_possible ? std::min(told, now) : now;
}

}  // namespace

edition::Edition ScanService::edition_of(const Caller& caller) {
  auto current = editions_.get_current();
  return current.id == caller.edition ? current : editions_.get_edition(caller.edition);
}

ScanService::ReadCode ScanService::read(const edition::Edition& edition, const std::string& text) {
  auto spelled = text.size() > longest_code ? text : badge::standard_spelling(text);
  auto code = spelled.size() > longest_code ? std::nullopt : reader_.read(edition, spelled);
  return {code, sha256_hex(spelled)};
}

ScanOutcome ScanService::scan(const Caller& caller, const NewScan& wanted) {
  if (wanted.sequence < 1) throw ValidationError("sequence", sequence_wrong);
  require_queue(wanted.queued);
  auto edition = edition_of(caller);
  auto read_code = read(edition, wanted.code);
  try {
    return database_.write([&](db::Tx& tx) {
      auto now = clock_.now();
      auto device = require_active(tx, caller, {now, wanted.queued, wanted.sequence});
      Scan scan{.device_id = device.id,
                .sequence = wanted.sequence,
                .edition_id = edition.id,
                .gate_id = device.gate_id,
                .direction = device.direction,
                .day = fair_date(now),
                .scanned_at = now,
                .received_at = now};
      std::optional<SeenBadge> seen;
      if (auto& code = read_code.code)
        seen = store::find_seen_badge(tx, edition.id, code->edition_number, code->serial, scan.day);
      name_person(scan, seen, read_code.hash);
      auto passage = passage_of(seen, scan, edition);
      passage.insists = wanted.insists;
      scan.answer = pass(tx, scan, passage);
      scan.is_overridden = wanted.insists && is_passage(scan);
      store::add_scan(tx, scan);
      store::count_hours(tx, {{store::hour_of(scan), 1}});
      return outcome_of(scan, seen, edition);
    });
  } catch (const db::Error& error) {
    if (error.fault() != db::Fault::unique) throw;
    return recorded(caller, edition, wanted.sequence);
  }
}

ScanOutcome ScanService::recorded(const Caller& caller, const edition::Edition& edition,
                                  std::int64_t sequence) {
  return database_.read([&](db::Tx& tx) {
    auto scan = store::find_scan(tx, device_of(caller), sequence);
    expect(scan.has_value(), "what the index refuses is there");
    auto seen = scan->badge_id ? store::find_seen_badge(tx, *scan->badge_id, scan->day) : std::nullopt;
    return outcome_of(*scan, seen, edition);
  });
}

Scan ScanService::scan_of(db::Tx& tx, const Device& device, const edition::Edition& edition,
                          const OfflineScan& told, const ReadCode& read_code, Instant now) {
  Scan scan{.device_id = device.id,
            .sequence = told.sequence,
            .edition_id = edition.id,
            .gate_id = told.gate_id,
            .direction = told.direction,
            .day = {},
            .scanned_at = moment_of(told.scanned_at, device, now),
            .received_at = now,
            .answer = told.answer,
            .is_overridden = told.is_overridden,
            .was_offline = true};
  scan.day = fair_date(scan.scanned_at);
  std::optional<SeenBadge> seen;
  if (auto& code = read_code.code)
    seen = store::find_seen_badge(tx, edition.id, code->edition_number, code->serial, scan.day);
  name_person(scan, seen, read_code.hash);
  auto passage = passage_of(seen, scan, edition);
  passage.insists = true;  // who was inside is told by the order of passages, later
  auto judged = decide(passage);
  if (scan.answer == GateAnswer::admitted && judged != GateAnswer::admitted) scan.objection = judged;
  return scan;
}

Device ScanService::sync(const Caller& caller, const std::vector<OfflineScan>& scans, int queued) {
  require_queue(queued);
  if (scans.empty() || scans.size() > most_synced)
    throw ValidationError("scans", sync_too_long, {{"max", most_synced}});
  auto edition = edition_of(caller);
  std::map<std::int64_t, std::pair<const OfflineScan*, ReadCode>> told;
  for (auto& scan : scans) {
    if (scan.sequence < 1) throw ValidationError("scans", sequence_wrong);
    told.try_emplace(scan.sequence, &scan, read(edition, scan.code));
  }
  auto first = told.begin()->first, last = told.rbegin()->first;
  return database_.write([&](db::Tx& tx) {
    auto now = clock_.now();
    auto device = require_active(tx, caller, {now, queued, last});
    std::map<std::int64_t, Scan> known;
    for (auto& scan : store::list_scans(tx, device.id, first, last)) known.emplace(scan.sequence, scan);
    std::vector<Scan> arrived;
    for (auto& [sequence, each] : told)
      arrived.push_back(scan_of(tx, device, edition, *each.first, each.second, now));
    require_known_gates(tx, device, arrived);
    // Everybody takes people in this order, so that no two devices wait for each other.
    std::ranges::stable_sort(arrived, {}, &Scan::attendee_id);
    store::HourCounts hours;
    for (auto& scan : arrived) {
      if (auto before = known.find(scan.sequence); before != known.end()) {
        correct(tx, before->second, scan, hours);
        continue;
      }
      store::add_scan(tx, scan);
      if (is_passage(scan)) store::note_passage(tx, scan, false);
      ++hours[store::hour_of(scan)];
    }
    store::count_hours(tx, hours);
    store::settle_sequences(tx, device.id);
    return *store::find_device(tx, edition.id, device.id);
  });
}

}  // namespace expogate::gate
