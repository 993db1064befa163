#include "gate/figures.h"

namespace expogate::gate::store {

Figures get_figures(db::Tx& tx, const EditionId& edition, const CivilDate& day) {
  Figures figures;
  figures.persons = tx.value<std::int64_t>(
      "select count(*) from gate_visits where edition_id = $1 and day = $2 and first_entered_at is not null",
      edition, day);
  figures.inside = tx.value<std::int64_t>(
      "select count(*) from gate_visits where edition_id = $1 and day = $2 and is_inside", edition, day);
  figures.hours = tx.query<HourCount>(R"(
      select h.gate_id, h.hour_at, h.direction, h.answer, cast(sum(h.scans) as integer) as scans
      from gates g join gate_hours h on h.gate_id = g.id
      where g.edition_id = $1 and h.hour_at >= $2 and h.hour_at < $3 and h.scans > 0
      group by h.gate_id, h.hour_at, h.direction, h.answer
      order by h.hour_at, h.gate_id, h.direction, h.answer)",
                                      edition, fair_day_start(day), fair_day_end(day));
  return figures;
}

std::vector<Conflict> list_conflicts(db::Tx& tx, const EditionId& edition, const CivilDate& day, int limit) {
  return tx.query<Conflict>(R"(
      with passages as (
        select s.device_id, s.sequence, s.gate_id, s.badge_id, s.scanned_at, s.direction, s.is_overridden, s.was_offline,
               lag(s.direction) over person as before_direction, lag(s.was_offline) over person as before_offline,
               lag(s.scanned_at) over person as before_at, lag(s.device_id) over person as before_device_id
        from gate_scans s
        where s.day = $2 and s.answer = 'admitted' and s.attendee_id in (
          select o.attendee_id from gate_scans o
          where o.edition_id = $1 and o.day = $2 and o.was_offline and o.attendee_id is not null)
        window person as (partition by s.attendee_id order by s.scanned_at, s.device_id, s.sequence)),
      conflicts as (
        select 'admitted_twice' as kind, device_id, sequence, gate_id, badge_id, scanned_at, null as objection,
               before_at, before_device_id
        from passages
        where direction = 'entry' and before_direction = 'entry' and not is_overridden
          and (was_offline or before_offline)
        union all
        select 'objected', device_id, sequence, gate_id, badge_id, scanned_at, objection, null, null
        from gate_scans where edition_id = $1 and day = $2 and objection is not null)
      select c.kind, c.scanned_at as at, c.device_id, c.sequence, d.name as device_name, g.name_zh as gate_zh,
             g.name_en as gate_en, c.objection, b.name_zh, b.name_en, b.organization_zh, b.organization_en,
             c.before_at, e.name as before_device_name
      from conflicts c
      join gate_devices d on d.id = c.device_id
      join gates g on g.id = c.gate_id
      left join badges b on b.id = c.badge_id
      left join gate_devices e on e.id = c.before_device_id
      order by c.scanned_at desc, c.device_id, c.sequence, c.kind limit $3)",
                            edition, day, limit);
}

}  // namespace expogate::gate::store
