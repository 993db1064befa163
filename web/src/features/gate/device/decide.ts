import type { Schemas } from '@/shared/api/types'

export type GateAnswer = Schemas['ScanView']['answer']
export type Direction = Schemas['ScanView']['direction']

/** Somebody at a gate, as `server/modules/gate/gate.h` has it. */
export interface Passage {
  direction: Direction
  standing: 'good' | 'not_issued' | 'voided' | 'revoked' | 'unknown'
  opens_today: boolean
  is_inside: boolean
  insists: boolean
}

/** BDG-03, as the server decides: `gate_cases.json` holds both to one table. */
export function decide({ direction, standing, opens_today, is_inside, insists }: Passage): GateAnswer {
  if (standing === 'unknown') return 'unknown'
  // Whoever is inside may always leave.
  if (direction === 'exit') return 'admitted'
  if (standing !== 'good') return standing
  if (!opens_today) return 'wrong_day'
  return is_inside && !insists ? 'already_inside' : 'admitted'
}
