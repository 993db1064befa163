#pragma once
#include <map>
#include <vector>

#include "gate/scan.h"
#include "platform/db/tx.h"

namespace expogate::gate::store {

/// By what a printed code says of itself; of two badges with one code, as after a reuse, the living one.
std::optional<SeenBadge> find_seen_badge(db::Tx& tx, const EditionId& edition, int code_edition_number,
                                         std::int64_t code_serial, const CivilDate& day);
std::optional<SeenBadge> find_seen_badge(db::Tx& tx, const BadgeId& id, const CivilDate& day);
std::optional<FileId> find_photo(db::Tx& tx, const BadgeId& id);

/// Refused by its index when the device has sent this one before.
void add_scan(db::Tx& tx, const Scan& scan);
std::optional<Scan> find_scan(db::Tx& tx, const DeviceId& device, std::int64_t sequence);
std::vector<Scan> list_scans(db::Tx& tx, const DeviceId& device, std::int64_t from, std::int64_t to);
/// The device has the last word on what its operator saw.
void correct_scan(db::Tx& tx, const Scan& scan);

/// Somebody goes through. What a visit says afterwards is the same in whatever order its passages come.
/// `only_from_outside`: not when the person is inside already; false then, whoever else comes at this moment.
bool note_passage(db::Tx& tx, const Scan& scan, bool only_from_outside);
/// Works a visit out anew after one of its passages was taken back.
void recount_visit(db::Tx& tx, const AttendeeId& attendee, const CivilDate& day);

/// Scans of a device at a gate in an hour, by what they were answered. By device, so that those of one gate
/// do not wait for each other.
struct HourKey {
  GateId gate_id;
  Instant hour_at;
  DeviceId device_id;
  Direction direction = Direction::entry;
  GateAnswer answer = GateAnswer::unknown;
  auto operator<=>(const HourKey&) const = default;
};
HourKey hour_of(const Scan& scan);
using HourCounts = std::map<HourKey, int>;
void count_hours(db::Tx& tx, const HourCounts& counts);

}  // namespace expogate::gate::store
