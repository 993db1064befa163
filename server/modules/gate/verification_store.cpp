#include "gate/verification.h"

#include "platform/db/check.h"

namespace expogate::gate {
namespace {

constexpr db::Check checks[] = {
    {"a visit's entries or first entry differ from the scans", R"(
      select v.attendee_id || ' ' || v.day from gate_visits v
      left join (
        select attendee_id, day, count(*) as entries, min(scanned_at) as first_at from gate_scans
        where answer = 'admitted' and direction = 'entry' and attendee_id is not null group by attendee_id, day) s
        on s.attendee_id = v.attendee_id and s.day = v.day
      where v.entries <> coalesce(s.entries, 0) or coalesce(v.first_entered_at, -1) <> coalesce(s.first_at, -1))"},
    {"a visit's last passage is not the last of the scans", R"(
      select v.attendee_id || ' ' || v.day from gate_visits v
      where not exists (
        select 1 from gate_scans s
        where s.device_id = v.last_device_id and s.sequence = v.last_sequence and s.attendee_id = v.attendee_id
          and s.day = v.day and s.answer = 'admitted' and s.scanned_at = v.last_at
          and (s.direction = 'entry') = v.is_inside)
        or exists (
        select 1 from gate_scans s
        where s.attendee_id = v.attendee_id and s.day = v.day and s.answer = 'admitted'
          and (s.scanned_at, s.device_id, s.sequence) > (v.last_at, v.last_device_id, v.last_sequence)))"},
    {"somebody was admitted without a visit", R"(
      select distinct s.attendee_id || ' ' || s.day from gate_scans s
      where s.answer = 'admitted' and s.attendee_id is not null and not exists (
        select 1 from gate_visits v where v.attendee_id = s.attendee_id and v.day = s.day))"},
    {"a gate's hour differs from the scans", R"(
      select coalesce(h.device_id, s.device_id) || ' ' || coalesce(h.hour_at, s.hour_at) from gate_hours h
      full join (
        select gate_id, scanned_at - scanned_at % 3600000 as hour_at, device_id, direction, answer, count(*) as scans
        from gate_scans group by gate_id, scanned_at - scanned_at % 3600000, device_id, direction, answer) s
        on s.gate_id = h.gate_id and s.hour_at = h.hour_at and s.device_id = h.device_id and s.direction = h.direction
          and s.answer = h.answer
      where coalesce(h.scans, 0) <> coalesce(s.scans, 0))"},
    {"a device is told to be complete further than its scans are", R"(
      select d.id from gate_devices d
      where d.complete_to <> (
        select count(*) from gate_scans s where s.device_id = d.id and s.sequence <= d.complete_to)
        or d.last_sequence <> (select coalesce(max(s.sequence), 0) from gate_scans s where s.device_id = d.id))"},
};

}  // namespace

std::vector<std::string> verify(db::Tx& tx) {
  return db::run_checks(tx, "gates", checks);
}

}  // namespace expogate::gate
