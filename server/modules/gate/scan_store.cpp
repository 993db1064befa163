#include "gate/scan_store.h"

#include <fmt/format.h>

namespace expogate::gate::store {
namespace {

constexpr std::string_view scan_columns =
    "device_id, sequence, edition_id, gate_id, direction, day, scanned_at, received_at, answer, "
    "is_overridden, "
    "was_offline, objection, badge_id, attendee_id, code_hash";

/// The badge, its person, and the person's last passage on the day `$1`.
constexpr std::string_view seen_badge = R"(
    select b.id as badge_id, b.attendee_id, b.state, b.name_zh, b.name_en, b.organization_zh, b.organization_en,
           b.position, b.type, b.photo_id, b.entry_option_zh, b.entry_option_en, b.entry_days,
           b.revoked_reason, b.revoked_at, v.is_inside, v.last_at, g.name_zh as last_gate_zh, g.name_en as last_gate_en
    from badges b
    left join gate_visits v on v.attendee_id = b.attendee_id and v.day = $1
    left join gate_devices d on d.id = v.last_device_id
    left join gates g on g.id = d.gate_id )";

}  // namespace

std::optional<SeenBadge> find_seen_badge(db::Tx& tx, const EditionId& edition, int code_edition_number,
                                         std::int64_t code_serial, const CivilDate& day) {
  return tx.one<SeenBadge>(
      fmt::format("{} where b.code_edition_number = $2 and b.code_serial = $3 and b.edition_id = $4"
                  " order by b.state = 'revoked'",
                  seen_badge),
      day, code_edition_number, code_serial, edition);
}

std::optional<SeenBadge> find_seen_badge(db::Tx& tx, const BadgeId& id, const CivilDate& day) {
  return tx.one<SeenBadge>(fmt::format("{} where b.id = $2", seen_badge), day, id);
}

std::optional<FileId> find_photo(db::Tx& tx, const BadgeId& id) {
  return tx.one<FileId>("select photo_id from badges where id = $1 and photo_id is not null", id);
}

void add_scan(db::Tx& tx, const Scan& s) {
  tx.exec(
      fmt::format(
          "insert into gate_scans ({}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
          "$15)",
          scan_columns),
      s.device_id, s.sequence, s.edition_id, s.gate_id, s.direction, s.day, s.scanned_at, s.received_at,
      s.answer, s.is_overridden, s.was_offline, s.objection, s.badge_id, s.attendee_id, s.code_hash);
}

std::optional<Scan> find_scan(db::Tx& tx, const DeviceId& device, std::int64_t sequence) {
  auto found = list_scans(tx, device, sequence, sequence);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Scan> list_scans(db::Tx& tx, const DeviceId& device, std::int64_t from, std::int64_t to) {
  return tx.query<Scan>(
      fmt::format(
          "select {} from gate_scans where device_id = $1 and sequence between $2 and $3 order by sequence",
          scan_columns),
      device, from, to);
}

void correct_scan(db::Tx& tx, const Scan& s) {
  tx.exec(R"(
      update gate_scans set answer = $3, is_overridden = $4, objection = $5, was_offline = true
      where device_id = $1 and sequence = $2)",
          s.device_id, s.sequence, s.answer, s.is_overridden, s.objection);
}

bool note_passage(db::Tx& tx, const Scan& s, bool only_from_outside) {
  bool enters = s.direction == Direction::entry;
  return tx.exec(R"(
      insert into gate_visits (attendee_id, day, edition_id, first_entered_at, entries, is_inside, last_at,
                               last_device_id, last_sequence)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (attendee_id, day) do update set
        first_entered_at = case when gate_visits.first_entered_at <= excluded.first_entered_at
                                  or excluded.first_entered_at is null
                                then gate_visits.first_entered_at else excluded.first_entered_at end,
        entries = gate_visits.entries + excluded.entries,
        is_inside = case when (excluded.last_at, excluded.last_device_id, excluded.last_sequence)
                              > (gate_visits.last_at, gate_visits.last_device_id, gate_visits.last_sequence)
                         then excluded.is_inside else gate_visits.is_inside end,
        last_at = case when (excluded.last_at, excluded.last_device_id, excluded.last_sequence)
                            > (gate_visits.last_at, gate_visits.last_device_id, gate_visits.last_sequence)
                       then excluded.last_at else gate_visits.last_at end,
        last_device_id = case when (excluded.last_at, excluded.last_device_id, excluded.last_sequence)
                                   > (gate_visits.last_at, gate_visits.last_device_id, gate_visits.last_sequence)
                              then excluded.last_device_id else gate_visits.last_device_id end,
        last_sequence = case when (excluded.last_at, excluded.last_device_id, excluded.last_sequence)
                                  > (gate_visits.last_at, gate_visits.last_device_id, gate_visits.last_sequence)
                             then excluded.last_sequence else gate_visits.last_sequence end
      where not gate_visits.is_inside or not $10)",
                 s.attendee_id, s.day, s.edition_id, enters ? std::optional(s.scanned_at) : std::nullopt,
                 enters ? 1 : 0, enters, s.scanned_at, s.device_id, s.sequence, only_from_outside) == 1;
}

void recount_visit(db::Tx& tx, const AttendeeId& attendee, const CivilDate& day) {
  tx.exec("delete from gate_visits where attendee_id = $1 and day = $2", attendee, day);
  tx.exec(R"(
      insert into gate_visits (attendee_id, day, edition_id, first_entered_at, entries, is_inside, last_at,
                               last_device_id, last_sequence)
      select p.attendee_id, p.day, p.edition_id,
             (select min(e.scanned_at) from gate_scans e where e.attendee_id = $1 and e.day = $2
                and e.answer = 'admitted' and e.direction = 'entry'),
             (select count(*) from gate_scans e where e.attendee_id = $1 and e.day = $2
                and e.answer = 'admitted' and e.direction = 'entry'),
             p.direction = 'entry', p.scanned_at, p.device_id, p.sequence
      from gate_scans p where p.attendee_id = $1 and p.day = $2 and p.answer = 'admitted'
      order by p.scanned_at desc, p.device_id desc, p.sequence desc limit 1)",
          attendee, day);
}

HourKey hour_of(const Scan& scan) {
  return {scan.gate_id, Instant{scan.scanned_at.ms - scan.scanned_at.ms % hours(1).ms}, scan.device_id,
          scan.direction, scan.answer};
}

void count_hours(db::Tx& tx, const HourCounts& counts) {
  for (auto& [key, scans] : counts)
    tx.exec(R"(
        insert into gate_hours (gate_id, hour_at, device_id, direction, answer, scans) values ($1, $2, $3, $4, $5, $6)
        on conflict (gate_id, hour_at, device_id, direction, answer) do update set scans = gate_hours.scans + excluded.scans)",
            key.gate_id, key.hour_at, key.device_id, key.direction, key.answer, scans);
}

}  // namespace expogate::gate::store
