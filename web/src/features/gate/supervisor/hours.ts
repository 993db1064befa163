import type { Schemas } from '@/shared/api/types'

type HourCount = Schemas['HourCount']
type Answer = HourCount['answer']

/** Entries of an hour: at each gate, and together. */
export interface HourRow {
  id: string
  byGate: Record<string, number>
  entries: number
  exits: number
}

export function hourRows(hours: HourCount[]): HourRow[] {
  const rows = new Map<string, HourRow>()
  for (const { hour_at, gate_id, direction, answer, scans } of hours) {
    if (answer !== 'admitted') continue
    const row = rows.get(hour_at) ?? { id: hour_at, byGate: {}, entries: 0, exits: 0 }
    rows.set(hour_at, row)
    if (direction === 'exit') row.exits += scans
    else {
      row.entries += scans
      row.byGate[gate_id] = (row.byGate[gate_id] ?? 0) + scans
    }
  }
  return [...rows.values()].toSorted((a, b) => a.id.localeCompare(b.id))
}

/** How often each thing but "pass" was said, the most frequent first. */
export function refusals(hours: HourCount[]): { id: Answer; scans: number }[] {
  const counts = new Map<Answer, number>()
  for (const { answer, scans } of hours) if (answer !== 'admitted') counts.set(answer, (counts.get(answer) ?? 0) + scans)
  return [...counts].map(([id, scans]) => ({ id, scans })).toSorted((a, b) => b.scans - a.scans)
}
